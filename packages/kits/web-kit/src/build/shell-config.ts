import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RELEASE_TOKEN, sliceManifestSchema } from "@sliceway/protocol";
import webpack, { type Configuration } from "webpack";
import { baseConfig } from "./base-config.ts";
import type { BuildEnvironment } from "./build-environment.ts";

/** What Module Federation's runtime may leave out: no snapshots. The shell has remotes and shares. */
const FEDERATION = {
  FEDERATION_OPTIMIZE_NO_SNAPSHOT_PLUGIN: "true",
  FEDERATION_OPTIMIZE_NO_REMOTE: "false",
  FEDERATION_OPTIMIZE_NO_SHARED: "false",
  ENV_TARGET: '"web"',
};

/**
 * The shell's `webpack.config.ts`, whole. An ordinary application in one script: it starts the federation runtime
 * itself and needs no federation plugin. Entry: `src/bootstrap.tsx`.
 */
export function shellConfig(shellDir: string): (environment?: BuildEnvironment) => Configuration {
  return ({ token = RELEASE_TOKEN, development = false } = {}) => {
    const { name } = sliceManifestSchema.parse(
      JSON.parse(readFileSync(join(shellDir, "slice.json"), "utf8")),
    );
    const base = baseConfig({ context: shellDir, slice: name, token, policyName: "shell", development });
    return {
      ...base,
      entry: { main: "./src/bootstrap.tsx" },
      plugins: [...(base.plugins ?? []), new webpack.DefinePlugin(FEDERATION)],
    };
  };
}
