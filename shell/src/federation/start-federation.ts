import { createInstance } from "@module-federation/runtime";
import * as runtimeCore from "@module-federation/runtime-core";
import type { PageBoot } from "@sliceway/protocol";
import type { RemoteModule } from "@sliceway/web-kit/host";
import { type Integrity, scriptGuard } from "./script-guard.ts";
import { shared } from "./shared.ts";
import { tryInTime } from "./try-in-time.ts";

declare global {
  var _FEDERATION_RUNTIME_CORE: unknown;
}

/** Brings a module of a vector's remotes: `("notes", "./pages/NotePage")`. */
export type FetchModule = (slice: string, module: string) => Promise<RemoteModule>;

/** Gives a vector's modules. Vectors may follow each other in one page: a container's name carries its release. */
export type Federation = (boot: PageBoot) => FetchModule;

export function startFederation(): Federation {
  // Remotes are built without a runtime of their own and look for it here.
  globalThis._FEDERATION_RUNTIME_CORE = runtimeCore;
  const integrity: Integrity = {};
  const federation = createInstance({
    name: "shell",
    remotes: [],
    shared,
    shareStrategy: "loaded-first",
    plugins: [scriptGuard(integrity)],
  });
  const registered = new Set<string>();

  return (boot) => {
    Object.assign(integrity, boot.integrity);
    const remotes = boot.slices.filter(({ role }) => role === "slice").flatMap(remoteOf);
    federation.registerRemotes(remotes.filter(({ name }) => !registered.has(name)));
    for (const { name } of remotes) registered.add(name);
    const containers = new Map(boot.slices.map(({ slice, web }) => [slice, web?.container]));
    return async (slice, module) => {
      const id = `${containers.get(slice)}/${module.replace(/^\.\//, "")}`;
      const found = await tryInTime(() => federation.loadRemote<RemoteModule>(id));
      if (!found) throw new Error(`${slice} exposes no ${module}`);
      return found;
    };
  };
}

function remoteOf({ slice, release, dev, web }: PageBoot["slices"][number]) {
  if (!web) return [];
  const entry = `/s/${slice}/${dev ?? release}/${web.entry}`;
  return [{ name: web.container, entry, type: "global", entryGlobalName: web.container } as const];
}
