import { randomUUID } from "node:crypto";
import { LATENCY_BOUNDS_MS, noTraffic, type Traffic } from "@sliceway/protocol";
import { LRUCache } from "lru-cache";

/** Vectors that are counted; far more than are served at a time. */
const VECTORS = 64;

/** A request that was answered, well or not. */
export interface Answered {
  /** Undefined where nothing had to be executed. */
  ms?: number | undefined;
  /** Slices whose fault it was that it failed; null if it did not fail. Empty: nobody in particular. */
  faults: readonly string[] | null;
}

/** Counts what happens at each vector, for the registry, which judges canaries by it. */
export class TrafficCounter {
  /** Names this process's counts: another run begins at zero. */
  readonly run: string = randomUUID();
  readonly #byVector = new LRUCache<string, Traffic>({ max: VECTORS });

  note(vector: string, { ms, faults }: Answered): void {
    const traffic = this.#of(vector);
    traffic.requests += 1;
    if (ms !== undefined) countLatency(traffic.latency, ms);
    if (faults) increase(traffic.failures, faults.toSorted().join(" "));
  }

  /** A page at this vector says that the UI of `slice` could not be loaded or shown. */
  noteCrash(vector: string, slice: string): void {
    increase(this.#of(vector).crashes, slice);
  }

  list(): Record<string, Traffic> {
    return Object.fromEntries(this.#byVector);
  }

  #of(vector: string): Traffic {
    const known = this.#byVector.get(vector) ?? noTraffic();
    this.#byVector.set(vector, known);
    return known;
  }
}

function countLatency(latency: number[], ms: number): void {
  const found = LATENCY_BOUNDS_MS.findIndex((bound) => ms <= bound);
  const at = found < 0 ? LATENCY_BOUNDS_MS.length : found;
  latency[at] = (latency[at] ?? 0) + 1;
}

function increase(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
