import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ModuleFederationPlugin } from "@module-federation/enhanced/webpack";
import { RELEASE_TOKEN, sliceManifestSchema } from "@sliceway/protocol";
import type { Configuration } from "webpack";
import { baseConfig, containerName } from "./base-config.ts";
import type { BuildEnvironment } from "./build-environment.ts";
import { exposedModules } from "./exposed-modules.ts";
import { hotConfig } from "./hot-config.ts";
import { SHARED_KEYS } from "./shared-keys.ts";

/**
 * A slice's `webpack.config.ts`, whole: `export default remoteConfig(import.meta.dirname);`. It exposes every module
 * that slice.json, one folder up, names in its routes and slots.
 */
export function remoteConfig(webDir: string): (environment?: BuildEnvironment) => Configuration {
  return ({ token = RELEASE_TOKEN, development = false } = {}) => {
    const manifest = sliceManifestSchema.parse(
      JSON.parse(readFileSync(join(webDir, "../slice.json"), "utf8")),
    );
    const base = baseConfig({
      context: webDir,
      slice: manifest.name,
      token,
      policyName: "slice",
      development,
    });
    const container = containerName(manifest.name, token);
    const exposes = exposedModules(webDir, manifest);
    const remote = { ...base, entry: {}, plugins: [...(base.plugins ?? []), federation(container, exposes)] };
    return development ? hotConfig(remote, container) : remote;
  };
}

function federation(container: string, exposes: Record<string, string>): ModuleFederationPlugin {
  // Else it takes the version of whatever package lies in the working directory, and ids would differ with it.
  process.env.MF_BUILD_VERSION = "release";
  // The shell always provides: no fallback copies, no runtime of its own, no type archives.
  const provided = { singleton: true, requiredVersion: "*", import: false } as const;
  return new ModuleFederationPlugin({
    name: container,
    library: { type: "var", name: container },
    filename: "remoteEntry.js",
    exposes,
    shared: Object.fromEntries(SHARED_KEYS.map((key) => [key, provided])),
    shareStrategy: "loaded-first",
    dts: false,
    dev: false,
    manifest: true,
    virtualRuntimeEntry: true,
    experiments: {
      externalRuntime: true,
      optimization: { disableSnapshot: true, disableRemote: true, target: "web" },
    },
  });
}
