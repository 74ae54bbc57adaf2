import type { Vector } from "@sliceway/protocol";
import type { Generation } from "./generation.ts";

/** A hold on a generation. It is safe to release one twice. */
export interface Held {
  generation: Generation;
  release(): void;
  /** Another hold on the same generation, for as long as this one is not released. */
  again(): Held;
}

interface Entry {
  built: Promise<Generation>;
  holders: number;
}

/**
 * One generation for every distinct schema set, counted by its holders (ready vectors and requests in
 * flight) and stopped when the last one lets go.
 */
export class GenerationPool {
  readonly #build: (vector: Vector) => Promise<Generation>;
  readonly #entries = new Map<string, Entry>();
  readonly #stopping = new Set<Promise<void>>();

  constructor(build: (vector: Vector) => Promise<Generation>) {
    this.#build = build;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Builds at most once per schema set, also when many ask at the same time. Rejects if building fails. */
  async hold(vector: Vector): Promise<Held> {
    const entry = this.#entries.get(vector.schemaHash) ?? this.#begin(vector);
    entry.holders += 1;
    try {
      return this.#held(vector.schemaHash, entry, await entry.built);
    } catch (error) {
      this.#letGo(vector.schemaHash, entry);
      throw error;
    }
  }

  /** Waits until what was let go has stopped. */
  async settled(): Promise<void> {
    await Promise.all(this.#stopping);
  }

  #begin(vector: Vector): Entry {
    const entry: Entry = { built: this.#build(vector), holders: 0 };
    this.#entries.set(vector.schemaHash, entry);
    return entry;
  }

  #held(schemaHash: string, entry: Entry, generation: Generation): Held {
    let released = false;
    const release = () => {
      if (!released) this.#letGo(schemaHash, entry);
      released = true;
    };
    const again = () => {
      if (released) throw new Error("A released generation cannot be held again");
      entry.holders += 1;
      return this.#held(schemaHash, entry, generation);
    };
    return { generation, release, again };
  }

  #letGo(schemaHash: string, entry: Entry): void {
    entry.holders -= 1;
    if (entry.holders > 0) return;
    if (this.#entries.get(schemaHash) === entry) this.#entries.delete(schemaHash);
    const stopped = entry.built.then((generation) => generation.stop()).catch(() => undefined);
    this.#stopping.add(stopped);
    stopped.finally(() => this.#stopping.delete(stopped));
  }
}
