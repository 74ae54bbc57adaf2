import type { PageBoot, Route } from "@sliceway/protocol";

export type SliceRoute = Route & { slice: string };

/** Routes of all slices of the page's vector, each with its slice. */
export function pageRoutes(boot: PageBoot): SliceRoute[] {
  return boot.slices.flatMap(({ slice, manifest }) =>
    (manifest.web?.routes ?? []).map((route) => ({ ...route, slice })),
  );
}
