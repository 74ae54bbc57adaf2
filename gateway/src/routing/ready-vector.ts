import type { LinkedOperation, PageBoot, Route, Vector } from "@sliceway/protocol";
import type { Held } from "../generation/generation-pool.ts";
import type { Identity } from "../session/claims.ts";

export type SliceRoute = Route & { slice: string };

/** A vector whose generation is built: requests can be admitted to it. */
export interface ReadyVector {
  id: string;
  vector: Vector;
  held: Held;
  /** Operations by id. */
  operations: ReadonlyMap<string, LinkedOperation>;
  routes: readonly SliceRoute[];
  identity: Identity | null;
  /** The part of a page's boot data that is the same for everyone. */
  boot: Pick<PageBoot, "vector" | "slices" | "fragments" | "integrity">;
  /** The session of somebody who works on a release of it; undefined for all that others may see. */
  dev: string | undefined;
}

export function describeVector(vector: Vector, held: Held): ReadyVector {
  return {
    id: vector.id,
    vector,
    held,
    operations: new Map(vector.operations.map((operation) => [operation.id, operation])),
    routes: vector.slices.flatMap(({ slice, manifest }) =>
      (manifest.web?.routes ?? []).map((route) => ({ ...route, slice })),
    ),
    identity: findIdentity(vector),
    boot: describeForPage(vector),
    dev: vector.slices.find(({ dev }) => dev)?.dev,
  };
}

function findIdentity({ slices }: Vector): Identity | null {
  const found = slices.find(({ manifest }) => manifest.provides.includes("identity"));
  return found ? { slice: found.slice, release: found.release } : null;
}

/** Integrity stands once, by URL path, and not in every slice again. */
function describeForPage(vector: Vector): ReadyVector["boot"] {
  const slices = vector.slices.map((one) => (one.web ? { ...one, web: { ...one.web, integrity: {} } } : one));
  const integrity = Object.assign({}, ...vector.slices.map(integrityByPath));
  return { vector: vector.id, slices, fragments: vector.fragments, integrity };
}

function integrityByPath(one: Vector["slices"][number]): Record<string, string> {
  const { slice, release, web } = one;
  // What changes with every save has no hash that could be promised.
  if (one.dev && web) return { [assetPath(slice, one.dev, web.entry)]: "" };
  const scripts = Object.entries(web?.integrity ?? {}).filter(([path]) => /\.(js|css)$/.test(path));
  return Object.fromEntries(scripts.map(([path, hash]) => [assetPath(slice, release, path), hash]));
}

/** Where a file of a release's `web/` folder is served. */
export function assetPath(slice: string, release: string, path: string): string {
  return `/s/${slice}/${release}/${path}`;
}
