import { LRUCache } from "lru-cache";
import { PINNED_MS } from "./pins.ts";

/** Pages that are kept count of; what is older than these has most likely been closed. */
const PAGES = 50_000;

interface Sign {
  vector: string;
  at: number;
}

/** Counts the pages (tabs) that hold on to each vector. A page that moves to another vector counts there. */
export class OpenPages {
  readonly #signs = new LRUCache<string, Sign>({ max: PAGES });
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** `page` is what the page calls itself. */
  note(page: string, vector: string): void {
    this.#signs.set(page, { vector, at: this.#now() });
  }

  /** Vector id to how many pages gave a sign lately. */
  count(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const [page, { vector, at }] of [...this.#signs]) {
      if (this.#now() - at > PINNED_MS) this.#signs.delete(page);
      else counts[vector] = (counts[vector] ?? 0) + 1;
    }
    return counts;
  }
}
