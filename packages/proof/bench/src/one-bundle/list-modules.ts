import { join } from "node:path";
import type { VectorSlice } from "@sliceway/protocol";
import { exposedModules } from "@sliceway/web-kit/build";
import type { PageModule } from "./render-remotes.ts";

/** Every module that routes and slots of a vector name, with its file in the working tree. */
export function listModules(projectDir: string, slices: readonly VectorSlice[]): PageModule[] {
  return slices
    .filter(({ role, manifest }) => role === "slice" && manifest.web)
    .flatMap(({ slice, manifest }) => {
      const found = exposedModules(join(projectDir, "slices", slice, "web"), manifest);
      return Object.entries(found).map(([module, file]) => ({ slice, module, file }));
    });
}
