import type { PageBoot } from "@sliceway/protocol";
import type { RemoteModule } from "../../slots/remote-modules.ts";

/** A module of another slice as far as a view needs it: it holds the place and says whose it is. */
export function createStandIn(boot: PageBoot, slice: string, module: string): RemoteModule {
  const name = module.slice(module.lastIndexOf("/") + 1);
  const slots = boot.slices.find((candidate) => candidate.slice === slice)?.manifest.web?.slots ?? {};
  const slot = Object.keys(slots).find((candidate) => slots[candidate]?.module === module);
  return { [name]: () => <div data-slot={slot} /> };
}
