import { LRUCache } from "lru-cache";

/**
 * The key-value cache that Apollo asks for: it lives and dies with its generation. (Apollo's default serialises every
 * plan to measure it.) Beyond `limit` those go that were used least lately, so that ad-hoc operations cannot fill it.
 */
export class OperationStore<V extends object> {
  readonly #entries: LRUCache<string, V>;

  constructor(limit: number) {
    this.#entries = new LRUCache({ max: limit });
  }

  async get(key: string): Promise<V | undefined> {
    return this.#entries.get(key);
  }

  async set(key: string, value: V): Promise<void> {
    this.#entries.set(key, value);
  }

  async delete(key: string): Promise<boolean> {
    return this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }
}
