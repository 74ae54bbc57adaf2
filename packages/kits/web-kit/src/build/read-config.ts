import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Configuration } from "webpack";
import type { BuildEnvironment } from "./build-environment.ts";

export type ConfigFunction = (environment?: BuildEnvironment) => Configuration;

/** The folder's own `webpack.config.ts`, or the preset where there is none. */
export async function readConfig(
  dir: string,
  preset: (dir: string) => ConfigFunction,
): Promise<ConfigFunction> {
  const path = join(dir, "webpack.config.ts");
  if (!existsSync(path)) return preset(dir);
  const loaded: { default: ConfigFunction } = await import(pathToFileURL(path).href);
  return loaded.default;
}
