import { createInstance } from "@module-federation/runtime";
import * as runtimeCore from "@module-federation/runtime-core";
import type { PageBoot } from "@sliceway/manifest";
import type { RemoteModule } from "@sliceway/web-kit/host";
import { scriptGuard } from "./script-guard.ts";
import { shared } from "./shared.ts";

/** For entry, chunks and styles together: a style that hangs has no time-out of its own. */
const MODULE_TIMEOUT_MS = 10_000;

declare global {
  var _FEDERATION_RUNTIME_CORE: unknown;
}

/** Brings modules of the vector's remotes: `fetchModule("notes", "./pages/NotePage")`. */
export function createFederation(boot: PageBoot): (slice: string, module: string) => Promise<RemoteModule> {
  // Remotes are built without a runtime of their own and look for it here.
  globalThis._FEDERATION_RUNTIME_CORE = runtimeCore;
  const remotes = boot.slices.filter(({ role }) => role === "slice");
  const containers = new Map(remotes.map(({ slice, web }) => [slice, web?.container]));
  const federation = createInstance({
    name: "shell",
    remotes: [],
    shared,
    shareStrategy: "loaded-first",
    plugins: [scriptGuard(boot.integrity)],
  });
  federation.registerRemotes(remotes.flatMap(remoteOf));
  return async (slice, module) => {
    const id = `${containers.get(slice)}/${module.replace(/^\.\//, "")}`;
    const found = await withDeadline(federation.loadRemote<RemoteModule>(id));
    if (!found) throw new Error(`${slice} exposes no ${module}`);
    return found;
  };
}

function remoteOf({ slice, release, web }: PageBoot["slices"][number]) {
  if (!web) return [];
  const entry = `/s/${slice}/${release}/${web.entry}`;
  return [{ name: web.container, entry, type: "global", entryGlobalName: web.container } as const];
}

async function withDeadline<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, MODULE_TIMEOUT_MS, new Error("The code did not arrive in time."));
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
