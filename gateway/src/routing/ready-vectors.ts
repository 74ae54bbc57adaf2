import type { Vector } from "@sliceway/protocol";
import { type Logger, sleep } from "@sliceway/service-kit";
import { LRUCache } from "lru-cache";
import type { GenerationPool } from "../generation/generation-pool.ts";
import { rehearse } from "../generation/rehearse.ts";
import { describeVector, type ReadyVector } from "./ready-vector.ts";
import type { NoVector, VectorStore } from "./vector-store.ts";

/** Ready vectors that the registry does not ask for: tabs that came back after a long time. */
const UNASKED_LIMIT = 8;
/** Unknown vectors that are looked up at the same time. */
const LOOKUP_LIMIT = 4;
/** Ids that the registry did not know a moment ago: invented ones should not be looked up again and again. */
const UNKNOWN = { max: 1000, ttl: 5000 };

export type NotReady = NoVector | "busy" | "failed";

export type Prepared = { kind: "ready"; ready: ReadyVector } | { kind: "not-ready"; why: NotReady };

/** The vectors this gateway can serve, each with a generation that is built and warm. */
export class ReadyVectors {
  readonly #ready = new Map<string, ReadyVector>();
  readonly #preparing = new Map<string, Promise<Prepared>>();
  readonly #unknown = new LRUCache<string, true>(UNKNOWN);
  readonly #failures = new Map<string, string>();
  readonly #store: VectorStore;
  readonly #generations: GenerationPool;
  readonly #log: Logger;
  #asked: ReadonlySet<string> = new Set();

  constructor(store: VectorStore, generations: GenerationPool, log: Logger) {
    this.#store = store;
    this.#generations = generations;
    this.#log = log;
  }

  get ids(): string[] {
    return [...this.#ready.keys()];
  }

  /** Vector id to the reason why it cannot be made ready. */
  get failures(): Record<string, string> {
    return Object.fromEntries(this.#failures);
  }

  find(id: string): ReadyVector | undefined {
    return this.#ready.get(id);
  }

  /** Finds the vector for a request: those used last are kept longest. */
  use(id: string): ReadyVector | undefined {
    const ready = this.#ready.get(id);
    if (!ready) return undefined;
    this.#ready.delete(id);
    this.#ready.set(id, ready);
    return ready;
  }

  /** Makes ready a vector that a page carries and nobody announced, a few at a time. */
  async prepareUnasked(id: string): Promise<Prepared> {
    const preparing = this.#preparing.get(id);
    if (preparing) return preparing;
    if (this.#unknown.has(id)) return notReady("unknown");
    return this.#preparing.size >= LOOKUP_LIMIT ? notReady("busy") : this.prepare(id);
  }

  /** Makes a vector ready, at most once at a time. Never rejects: why it failed is in `failures`. */
  prepare(id: string): Promise<Prepared> {
    const ready = this.#ready.get(id);
    if (ready) return Promise.resolve({ kind: "ready", ready });
    if (this.#failures.has(id)) return Promise.resolve(notReady("failed"));
    const preparing = this.#preparing.get(id) ?? this.#prepare(id).finally(() => this.#preparing.delete(id));
    this.#preparing.set(id, preparing);
    return preparing;
  }

  /** Says which vectors the registry wants ready; others stay only as long as there is room. */
  ask(ids: Iterable<string>): void {
    this.#asked = new Set(ids);
    for (const id of this.#failures.keys()) if (!this.#asked.has(id)) this.#failures.delete(id);
    this.#dropUnasked();
  }

  close(): void {
    for (const ready of this.#ready.values()) ready.held.release();
    this.#ready.clear();
  }

  async #prepare(id: string): Promise<Prepared> {
    const found = await this.#store.find(id);
    if (found.kind === "missing") {
      if (found.why === "unknown") this.#unknown.set(id, true);
      return notReady(found.why);
    }
    try {
      return { kind: "ready", ready: await this.#makeReady(found.vector) };
    } catch (error) {
      // A vector never changes: what failed once would fail again.
      this.#failures.set(id, error instanceof Error ? error.message : String(error));
      this.#log.error({ err: error, vector: id }, "a vector cannot be made ready");
      return notReady("failed");
    }
  }

  async #makeReady(vector: Vector): Promise<ReadyVector> {
    const startedAt = performance.now();
    const ready = describeVector(vector, await this.#generations.hold(vector));
    await this.#warm(ready);
    this.#failures.delete(vector.id);
    this.#ready.set(vector.id, ready);
    this.#dropUnasked();
    const ms = Math.round(performance.now() - startedAt);
    this.#log.info({ vector: vector.id, ms, operations: ready.operations.size }, "vector ready");
    return ready;
  }

  /** Planning is work for this one thread: once there are requests, they get half of it. */
  async #warm({ id, operations, held }: ReadyVector): Promise<void> {
    const isBusy = this.#ready.size > 0;
    for (const operation of operations.values()) {
      if (operation.kind === "subscription") continue;
      const startedAt = performance.now();
      const problem = await rehearse(held.generation, operation);
      if (isBusy) await sleep(performance.now() - startedAt);
      if (problem)
        this.#log.warn({ vector: id, operation: operation.id, problem }, "an operation does not run");
    }
  }

  #dropUnasked(): void {
    const unasked = [...this.#ready.values()].filter(({ id }) => !this.#asked.has(id));
    for (const ready of unasked.slice(0, Math.max(0, unasked.length - UNASKED_LIMIT))) {
      this.#ready.delete(ready.id);
      ready.held.release();
    }
  }
}

function notReady(why: NotReady): Prepared {
  return { kind: "not-ready", why };
}
