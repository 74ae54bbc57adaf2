/** Tells those who wait that another swap is done. */
export class Turns {
  readonly #total: number;
  #done = 0;
  #ended = false;
  #next = Promise.withResolvers<void>();

  constructor(total: number) {
    this.#total = total;
  }

  /** Share of the swaps that are done, 0 to 1. */
  get progress(): number {
    return this.#done / this.#total;
  }

  /** Resolves after the next swap; at once when no more will come. */
  next(): Promise<void> {
    return this.#ended ? Promise.resolve() : this.#next.promise;
  }

  advance(): void {
    this.#done += 1;
    this.#next.resolve();
    this.#next = Promise.withResolvers();
  }

  end(): void {
    this.#ended = true;
    this.#next.resolve();
  }
}
