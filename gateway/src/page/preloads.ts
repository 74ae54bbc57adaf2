import type { LinkedOperation, VectorSlice } from "@sliceway/protocol";
import { assetPath, type ReadyVector, type SliceRoute } from "../routing/ready-vector.ts";
import { findRouteOperation } from "./route-operation.ts";

export interface Preload {
  path: string;
  as: "script" | "style";
}

/**
 * The files that a route needs at once: its own module's, those of the slots whose exposed fragments its
 * operation spreads (the fragment is there because the slot is), and those of the shell's own slots.
 */
export function listPreloads(ready: ReadyVector, route: SliceRoute): Preload[] {
  const own = filesOf(ready, route.slice, [route.module]);
  const slots = slotModules(ready, findRouteOperation(ready, route));
  const all = [...own, ...slots.flatMap(({ slice, modules }) => filesOf(ready, slice, modules))];
  return [...new Map(all.map((preload) => [preload.path, preload])).values()];
}

function slotModules({ vector }: ReadyVector, operation: LinkedOperation | undefined) {
  const spread = new Set([...(operation?.text.matchAll(/\.\.\.\s*(\w+)/g) ?? [])].map(([, name]) => name));
  const shell = vector.slices.find(({ role }) => role === "shell")?.slice;
  return vector.slices.map(({ slice, manifest }) => {
    const wanted = Object.entries(manifest.web?.slots ?? {}).filter(
      ([name, { fragment }]) =>
        name.startsWith(`${shell}.`) || (fragment !== undefined && spread.has(fragment)),
    );
    return { slice, modules: wanted.map(([, { module }]) => module) };
  });
}

function filesOf({ vector }: ReadyVector, slice: string, modules: string[]): Preload[] {
  const owner = vector.slices.find((one) => one.slice === slice);
  if (!owner?.web || owner.dev || modules.length === 0) return [];
  const files = modules.map((module) => owner.web?.exposes[module] ?? { js: [], css: [] });
  const scripts = [owner.web.entry, ...files.flatMap(({ js }) => js)];
  return [
    ...scripts.map((path) => preload(owner, path, "script")),
    ...files.flatMap(({ css }) => css).map((path) => preload(owner, path, "style")),
  ];
}

function preload({ slice, release }: VectorSlice, path: string, as: Preload["as"]): Preload {
  return { path: assetPath(slice, release, path), as };
}
