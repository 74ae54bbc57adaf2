import { access, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeTwin } from "@sliceway/cli";
import type { VectorSlice } from "@sliceway/protocol";
import { generate, runWebpack, shellConfig } from "@sliceway/web-kit/build";
import { listModules } from "./list-modules.ts";
import { renderRemotes } from "./render-remotes.ts";

/** Disposing removes the folder. */
export interface OneBundle extends AsyncDisposable {
  /** Built files with their brotli twins. */
  dir: string;
}

/**
 * The same pages without federation: the shell's own build from the working tree, in which its federation is replaced by
 * ordinary dynamic imports of what a vector's routes and slots name. Everything else is as in a release: the shell's
 * and slices' sources, loaders, minifier, splitting, compression.
 */
export async function buildOneBundle(projectDir: string, slices: readonly VectorSlice[]): Promise<OneBundle> {
  await using stack = new AsyncDisposableStack();
  const home = await mkdtemp(join(tmpdir(), "sliceway-one-bundle-"));
  stack.defer(() => rm(home, { recursive: true }));
  const modules = listModules(projectDir, slices);
  for (const slice of new Set(modules.map(({ slice }) => slice))) {
    await generate({ sliceDir: join(projectDir, "slices", slice) });
  }
  const remotes = join(home, "remotes.js");
  const dir = join(home, "web");
  await writeFile(remotes, renderRemotes(modules));
  await build(join(projectDir, "shell"), remotes, dir);
  await compress(dir);
  const opened = stack.move();
  return { dir, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

async function build(shellDir: string, remotes: string, dir: string): Promise<void> {
  const shell = shellConfig(shellDir)();
  const federation = join(shellDir, "src/federation/start-federation.ts");
  // An alias for a file that is not there replaces nothing, and would compare federation with itself.
  await access(federation);
  await runWebpack({
    ...shell,
    output: { ...shell.output, path: dir },
    resolve: { ...shell.resolve, alias: { [federation]: remotes } },
  });
}

async function compress(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    await writeTwin(join(dir, name), `web/${name}`, await readFile(join(dir, name)));
  }
}
