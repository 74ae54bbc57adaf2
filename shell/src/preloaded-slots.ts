import type { PageBoot } from "@sliceway/manifest";

export interface SlotModule {
  slice: string;
  module: string;
}

/**
 * Slots whose code the gateway preloads, because the frame or the route's operation needs them. Started together
 * with the route they need no skeleton.
 */
export function preloadedSlots(boot: PageBoot): SlotModule[] {
  const links = document.querySelectorAll('link[rel="preload"], link[rel="modulepreload"]');
  const preloaded = new Set([...links].map((link) => link.getAttribute("href")));
  return boot.slices.flatMap(({ slice, release, manifest, web }) => {
    const modules = Object.values(manifest.web?.slots ?? {}).map((slot) => slot.module);
    const isPreloaded = (module: string) =>
      web?.exposes[module]?.js.every((file) => preloaded.has(`/s/${slice}/${release}/${file}`));
    return modules.filter(isPreloaded).map((module) => ({ slice, module }));
  });
}
