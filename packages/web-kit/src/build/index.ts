export { BuildError } from "./build-error.ts";
export { type BuildOptions, type BuiltRemote, buildRemote } from "./build-remote.ts";
export { type BuiltShell, buildShell, type ShellBuildOptions } from "./build-shell.ts";
export { type Documents, generate } from "./documents/generate.ts";
export { exposedModules } from "./exposed-modules.ts";
export { remoteConfig } from "./remote-config.ts";
export { runWebpack } from "./run-webpack.ts";
export { SHARED_KEYS, type SharedExports } from "./shared-keys.ts";
export { shellConfig } from "./shell-config.ts";
