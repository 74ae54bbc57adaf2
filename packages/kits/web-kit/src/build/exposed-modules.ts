import { existsSync } from "node:fs";
import { join } from "node:path";
import type { SliceManifest } from "@sliceway/protocol";
import { BuildError } from "./build-error.ts";
import { errors } from "./errors.ts";

/**
 * Modules that slice.json names, with their files: `./pages/NotePage` is `web/src/pages/NotePage.tsx`.
 *
 * @throws BuildError MODULE_MISSING
 */
export function exposedModules(webDir: string, manifest: SliceManifest): Record<string, string> {
  const { routes = [], slots = {} } = manifest.web ?? {};
  const modules = [...routes, ...Object.values(slots)].map(({ module }) => module);
  return Object.fromEntries([...new Set(modules)].map((module) => [module, fileOf(webDir, module)]));
}

function fileOf(webDir: string, module: string): string {
  const candidates = [".tsx", ".ts"].map((extension) => join(webDir, "src", `${module}${extension}`));
  const file = candidates.find((candidate) => existsSync(candidate));
  if (file) return file;
  throw new BuildError(
    errors.MODULE_MISSING(
      `slice.json names the module ${module}, but there is no web/src/${module.slice(2)}.tsx`,
    ),
  );
}
