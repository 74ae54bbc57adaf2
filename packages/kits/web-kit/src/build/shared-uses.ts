import type { Compilation, Compiler, Dependency, Module } from "webpack";
import { SHARED_KEYS, type SharedExports } from "./shared-keys.ts";

/** Records which exports of the shared packages a remote's code really uses. Read `uses` when the build is done. */
export class SharedUses {
  readonly uses: SharedExports = {};

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap("SharedUses", (compilation) => {
      compilation.hooks.afterOptimizeDependencies.tap("SharedUses", (modules) => {
        for (const module of modules) this.record(compilation, module);
      });
    });
  }

  private record(compilation: Compilation, module: Module): void {
    const key = sharedKeyOf(module);
    if (!key) return;
    const incoming = [...compilation.moduleGraph.getIncomingConnections(module)];
    const names = incoming.flatMap(({ dependency }) =>
      dependency ? referenced(compilation, dependency) : [],
    );
    this.uses[key] = [...new Set([...(this.uses[key] ?? []), ...names])].sort();
  }
}

/** Names that one import refers to. Importing a whole namespace gives `*`: nothing is known of its uses. */
function referenced({ moduleGraph }: Compilation, dependency: Dependency): string[] {
  const references = dependency.getReferencedExports(moduleGraph, undefined);
  return references.map((reference) => ("name" in reference ? reference.name : reference)[0] ?? "*");
}

/** Module Federation puts a module of its own in place of a shared package. */
function sharedKeyOf(module: Module): string | undefined {
  if (module.type !== "consume-shared-module") return;
  const options = "options" in module ? (module.options as { shareKey?: string }) : {};
  return SHARED_KEYS.find((key) => key === options.shareKey);
}
