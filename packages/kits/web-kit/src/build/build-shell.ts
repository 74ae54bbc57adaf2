import { resolve } from "node:path";
import { RELEASE_TOKEN } from "@sliceway/protocol";
import { containerName } from "./base-config.ts";
import { readConfig } from "./read-config.ts";
import { runWebpack } from "./run-webpack.ts";
import type { SharedExports } from "./shared-keys.ts";
import { SharedProvides } from "./shared-provides.ts";
import { shellConfig } from "./shell-config.ts";

export interface ShellBuildOptions {
  shellDir: string;
  /** Emptied first. */
  outDir: string;
  /** Twelve characters that stand for the release's id in what is built. */
  token?: string;
  /** With React's development build, which Fast Refresh needs. */
  development?: boolean;
}

/** A built shell. Paths are relative to the output folder. */
export interface BuiltShell {
  container: string;
  entry: string;
  styles: string[];
  exposes: Record<string, never>;
  /** Exports of the shared packages that remotes may use. */
  provides: SharedExports;
}

/**
 * Builds the shell: one script, one stylesheet. The same sources give the same files, byte by byte, in any folder.
 *
 * @throws BuildError if webpack reports an error
 */
export async function buildShell({
  shellDir,
  outDir,
  token = RELEASE_TOKEN,
  development = false,
}: ShellBuildOptions): Promise<BuiltShell> {
  const configuration = (await readConfig(resolve(shellDir), shellConfig))({ token, development });
  const shared = new SharedProvides();
  const stats = await runWebpack({
    ...configuration,
    output: { ...configuration.output, path: resolve(outDir) },
    plugins: [...(configuration.plugins ?? []), shared],
  });
  const files = stats.compilation.entrypoints.get("main")?.getFiles() ?? [];
  return {
    container: containerName("shell", token),
    entry: files.find((file) => file.endsWith(".js")) ?? "main.js",
    styles: files.filter((file) => file.endsWith(".css")),
    exposes: {},
    provides: shared.provides,
  };
}
