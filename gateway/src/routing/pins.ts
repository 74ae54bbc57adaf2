/** A page holds on to its vector for this long after its last sign. */
export const PINNED_MS = 30 * 60 * 1000;

/** When each vector was last used by somebody. */
export class Pins {
  readonly #lastSeen = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  touch(vector: string): void {
    this.#lastSeen.set(vector, this.#now());
  }

  /** Vector id to ISO 8601. */
  list(): Record<string, string> {
    for (const [vector, at] of this.#lastSeen) {
      if (this.#now() - at > PINNED_MS) this.#lastSeen.delete(vector);
    }
    return Object.fromEntries(
      [...this.#lastSeen].map(([vector, at]) => [vector, new Date(at).toISOString()]),
    );
  }
}
