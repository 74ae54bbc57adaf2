import { existsSync, statSync } from "node:fs";
import { access, constants, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";
import { type HomePaths, homePaths } from "./home-paths.ts";

/** Makes a home's folders where they are missing, for their owner only. Throws SlicewayError `HOME_UNWRITABLE`. */
export async function prepareHome(directory: string): Promise<HomePaths> {
  const paths = homePaths(directory);
  const { home, releases, logs, run, state, gatewayState, keys } = paths;
  try {
    for (const folder of [home, releases, logs, run, state, gatewayState, keys]) {
      await makeFolder(folder);
      await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    }
  } catch (cause) {
    throw homeUnwritable(home, cause);
  }
  return paths;
}

function homeUnwritable(home: string, cause: unknown): SlicewayError {
  const { code = "unknown reason", path = home } = cause as NodeJS.ErrnoException;
  return new SlicewayError(
    errors.HOME_UNWRITABLE(`The data directory ${home} cannot be used: ${path} cannot be written (${code}).`),
    { cause },
  );
}

/**
 * Makes a folder, for its owner only, with those above it. Node's own recursive `mkdir` never returns where a file
 * system refuses folders with ENOENT, as /proc does.
 */
async function makeFolder(dir: string): Promise<void> {
  if (existsSync(dir) && statSync(dir).isDirectory()) return;
  const parent = dirname(dir);
  if (!existsSync(parent)) await makeFolder(parent);
  await mkdir(dir, { mode: 0o700 });
}
