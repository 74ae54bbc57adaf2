import type { PageBoot, ServedPage } from "@sliceway/protocol";
import type { Page } from "../create-page.ts";
import { askForPage } from "./ask-for-page.ts";
import { loadAnew } from "./load-anew.ts";
import { createMoveLimit } from "./move-limit.ts";
import type { MutationsInFlight } from "./mutations-in-flight.ts";

/** How long code and data of the next vector may take before the page is drawn without them. */
const PATIENCE_MS = 3000;

export interface JourneyParts {
  mutations: MutationsInFlight;
  /** Puts the page together anew, with whatever code `previous` has. */
  build: (served: ServedPage, previous: Page) => Page;
  /** Draws a page in the place of the one before. */
  show: (page: Page) => void;
}

/** The way of one browser page from vector to vector. */
export interface Journey {
  /**
   * Goes where the gateway says now, clear of these releases (`slice@id`). One move at a time: who asks meanwhile goes
   * along. Resolves to false if the page stays where it is.
   */
  move(avoid?: readonly string[]): Promise<boolean>;
  /** The page on screen. */
  readonly current: Page;
}

export function createJourney(first: Page, { mutations, build, show }: JourneyParts): Journey {
  const limit = createMoveLimit();
  let current = first;
  let moving: Promise<boolean> | null = null;

  async function tryMove(avoid: readonly string[]): Promise<boolean> {
    const { boot } = current.runtime;
    if (!limit.allows()) return false;
    const served = await askForPage({ from: boot.vector, avoid });
    if (!served) return false;
    limit.note();
    const fits = shellOf(served.boot) === shellOf(boot) && !isWork(served.boot);
    const next = fits ? build(served, current) : null;
    if (next) await Promise.race([next.firstLoads, patience()]);
    await mutations.settled();
    if (!next) return loadAnew(avoid);
    show(next);
    current.client.stop();
    current = next;
    return true;
  }

  return {
    move(avoid = []) {
      moving ??= tryMove(avoid)
        .catch(() => false)
        .finally(() => {
          moving = null;
        });
      return moving;
    },
    get current() {
      return current;
    },
  };
}

function shellOf({ slices }: PageBoot): string | undefined {
  return slices.find(({ role }) => role === "shell")?.release;
}

/** What somebody works on keeps its container's name, whatever is in it. */
function isWork({ slices }: PageBoot): boolean {
  return slices.some(({ dev }) => dev !== undefined);
}

function patience(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
}
