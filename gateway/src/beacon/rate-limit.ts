import { LRUCache } from "lru-cache";

const REMEMBERED = 20_000;

/** Lets each key through so many times in a window; the window begins with the key's first call. */
export class RateLimit {
  readonly #windows = new LRUCache<string, { until: number; left: number }>({ max: REMEMBERED });
  readonly #times: number;
  readonly #windowMs: number;
  readonly #now: () => number;

  constructor(times: number, windowMs: number, now: () => number = Date.now) {
    this.#times = times;
    this.#windowMs = windowMs;
    this.#now = now;
  }

  allows(key: string): boolean {
    const known = this.#windows.get(key);
    const isOver = !known || known.until <= this.#now();
    const window = isOver ? { until: this.#now() + this.#windowMs, left: this.#times } : known;
    this.#windows.set(key, window);
    window.left -= 1;
    return window.left >= 0;
  }
}
