import { createRequire } from "node:module";
import { join } from "node:path";
import webpack, { type Compilation, type Compiler } from "webpack";
import { SHARED_KEYS, type SharedExports } from "./shared-keys.ts";

/** Records which exports the shell provides of each shared package. Read `provides` when the build is done. */
export class SharedProvides {
  readonly provides: SharedExports = {};

  apply(compiler: Compiler): void {
    const require = createRequire(join(compiler.context, "package.json"));
    compiler.hooks.thisCompilation.tap("SharedProvides", (compilation) => {
      compilation.hooks.afterOptimizeDependencies.tap("SharedProvides", () => {
        for (const key of SHARED_KEYS) {
          this.provides[key] = (staticExports(compilation, key) ?? Object.keys(require(key))).sort();
        }
      });
    });
  }
}

/** Null for CommonJS, whose exports are known only when it runs. */
function staticExports({ modules, moduleGraph }: Compilation, key: string): string[] | null {
  for (const module of modules) {
    if (!(module instanceof webpack.NormalModule) || module.rawRequest !== key) continue;
    const exports = moduleGraph.getProvidedExports(module);
    if (Array.isArray(exports)) return [...exports];
  }
  return null;
}
