/**
 * The key-value cache that Apollo asks for, over a plain map: it lives and dies with its generation.
 * (Apollo's default serialises every plan to measure it.) Beyond `limit` the oldest entries go, so that
 * ad-hoc operations cannot fill it.
 */
export class MapStore<V> {
  readonly #entries = new Map<string, V>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  async get(key: string): Promise<V | undefined> {
    return this.#entries.get(key);
  }

  async set(key: string, value: V): Promise<void> {
    this.#entries.set(key, value);
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > this.#limit && !oldest.done) this.#entries.delete(oldest.value);
  }

  async delete(key: string): Promise<boolean> {
    return this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }
}
