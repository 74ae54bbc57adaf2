import type { NavigationItem, PageBoot } from "@sliceway/protocol";

/** Navigation of all slices that is meant for the page's viewer, in order, `:viewer` filled in. */
export function navigationItems({ slices, viewer }: Pick<PageBoot, "slices" | "viewer">): NavigationItem[] {
  const audience = viewer ? "member" : "visitor";
  return slices
    .flatMap(({ manifest }) => manifest.web?.navigation ?? [])
    .filter((item) => item.for === "everyone" || item.for === audience)
    .map((item) => ({
      ...item,
      path: item.path.replace(":viewer", encodeURIComponent(viewer?.handle ?? "")),
    }))
    .sort((a, b) => a.order - b.order);
}
