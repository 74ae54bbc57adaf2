import type { PageBoot } from "@sliceway/protocol";

export interface SlotModule {
  slice: string;
  module: string;
}

/** Slots that the frame itself places are named so. */
const OWN_SLOTS = "shell.";

/**
 * Slots that the first page needs: the frame's own, and those whose code the gateway preloads because the route's
 * operation spreads their fragment. Started together with the route they need no skeleton.
 */
export function firstSlots(boot: PageBoot): SlotModule[] {
  const links = document.querySelectorAll('link[rel="preload"], link[rel="modulepreload"]');
  const preloaded = new Set([...links].map((link) => link.getAttribute("href")));
  return boot.slices.flatMap(({ slice, release, manifest, web }) => {
    const slots = Object.entries(manifest.web?.slots ?? {});
    const isPreloaded = (module: string) =>
      web?.exposes[module]?.js.every((file) => preloaded.has(`/s/${slice}/${release}/${file}`));
    return slots
      .filter(([name, { module }]) => name.startsWith(OWN_SLOTS) || isPreloaded(module))
      .map(([, { module }]) => ({ slice, module }));
  });
}

/** Whether the vector's release of the slice has the module. */
export function isExposed({ slices }: PageBoot, { slice, module }: SlotModule): boolean {
  return slices.find((one) => one.slice === slice)?.web?.exposes[module] !== undefined;
}
