import type { PageBoot } from "@sliceway/protocol";
import { keepDraftsOf } from "@sliceway/web-kit/host";
import { createRescue } from "./crash/create-rescue.ts";
import { createPage, type Page, type PageParts } from "./create-page.ts";
import { startFederation } from "./federation/start-federation.ts";
import { firstSlots } from "./first-slots.ts";
import { createMoveOffer, sayNotSent } from "./layout/move-notices.ts";
import { createJourney, type Journey } from "./move/create-journey.ts";
import { createMutationsInFlight } from "./move/mutations-in-flight.ts";
import { readBoot } from "./read-boot.ts";
import { readPageData } from "./read-page-data.ts";

/** Starts the page that the browser opened, and whatever its first route needs. */
export function startShell(draw: (page: Page) => void): Journey {
  const federation = startFederation();
  const mutations = createMutationsInFlight();
  const rescue = createRescue((avoid) => journey.move(avoid));
  const offer = createMoveOffer(() => journey.move());

  function open(boot: PageBoot, arrived: Pick<PageParts, "data" | "slots">): Page {
    if (boot.viewer) keepDraftsOf(boot.viewer.id);
    const hasMoved = () => journey.current !== page;
    const page: Page = createPage({
      ...arrived,
      boot,
      mutations,
      fetchModule: federation(boot),
      rescue: async (slice, error) => hasMoved() || rescue(boot, { slice, error }),
      async onVectorGone() {
        const moved = hasMoved() || (await journey.move());
        if (!moved) offer.show();
        return moved;
      },
      onOffer: () => hasMoved() || offer.show(),
      onNotSent: sayNotSent,
    });
    return page;
  }

  const boot = readBoot();
  const journey = createJourney(open(boot, { data: readPageData(), slots: firstSlots(boot) }), {
    mutations,
    build: ({ boot, data }, { runtime }) =>
      open(boot, { data: Promise.resolve(data.operation), slots: runtime.modules.list() }),
    show(page) {
      offer.withdraw();
      draw(page);
    },
  });
  return journey;
}
