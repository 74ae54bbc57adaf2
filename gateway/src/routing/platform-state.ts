import { join } from "node:path";
import { type RegistryState, type Routing, registryStateSchema } from "@sliceway/protocol";
import { parseCachedFile } from "@sliceway/service-kit";
import type { InstanceTable } from "../subgraph/instance-table.ts";
import { CanaryVectors } from "./canary-vectors.ts";
import { writeJsonFile } from "./json-file.ts";
import type { ReadyVector } from "./ready-vector.ts";
import type { ReadyVectors } from "./ready-vectors.ts";
import type { VectorStore } from "./vector-store.ts";

interface Parts {
  stateDir: string;
  vectors: ReadyVectors;
  store: VectorStore;
  instances: InstanceTable;
}

/**
 * What the registry said last, taken from disk until it can be asked. The live vector changes only when its
 * generation is ready, so no request waits for one to be built.
 */
export class PlatformState {
  /** Called when there is something new to tell the registry. */
  onReady: () => void = () => undefined;
  readonly #parts: Parts;
  #state: RegistryState | null = null;
  #served: string | null = null;
  #preparing: Promise<void> | null = null;
  readonly #canaries: CanaryVectors;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#canaries = new CanaryVectors((id) => parts.vectors.find(id));
  }

  get routing(): Routing | null {
    return this.#state?.routing ?? null;
  }

  /** The vector that new pages get; undefined before anything was deployed. */
  get live(): ReadyVector | undefined {
    const { vectors } = this.#parts;
    return vectors.find(this.routing?.live ?? "") ?? vectors.find(this.#served ?? "");
  }

  /** The vector that new pages of a visitor in this bucket get: a canary's, or the live one. */
  vectorFor(bucket: number): ReadyVector | undefined {
    return (this.routing && this.#canaries.find(this.routing, bucket)) ?? this.live;
  }

  /** Goes on from what was known when the process ended. */
  async restore(): Promise<void> {
    const stored = await parseCachedFile(registryStateSchema, this.#file);
    if (!stored) return;
    this.#adopt(stored);
    await this.prepare();
  }

  /** Takes a new state: instances at once, vectors as they become ready. */
  async take(state: RegistryState): Promise<void> {
    this.#adopt(state);
    void this.prepare();
    await writeJsonFile(this.#file, state);
  }

  /** Makes ready what is wanted and is not; what could not be fetched is tried again with each call. */
  prepare(): Promise<void> {
    this.#preparing ??= this.#prepareAll().finally(() => {
      this.#preparing = null;
    });
    return this.#preparing;
  }

  get #file(): string {
    return join(this.#parts.stateDir, "registry-state.json");
  }

  #adopt(state: RegistryState): void {
    this.#served = this.live?.id ?? null;
    this.#state = state;
    this.#parts.instances.update(state.instances);
    // Until the new vectors are ready those before go on serving, so they are asked for as well.
    const served = this.#served ? [this.#served] : [];
    this.#parts.vectors.ask([...this.#wanted(), ...served, ...this.#canaries.keep(state.routing)]);
  }

  async #prepareAll(): Promise<void> {
    const { vectors, store } = this.#parts;
    const tried = new Set<string>();
    // The state may change meanwhile, so the next one is always chosen anew.
    for (let id = this.#nextFor(tried); id !== undefined; id = this.#nextFor(tried)) {
      tried.add(id);
      await vectors.prepare(id);
      this.onReady();
    }
    await store.keepOnly(new Set([...this.#wanted(), ...vectors.ids]));
  }

  #nextFor(tried: ReadonlySet<string>): string | undefined {
    return this.#wanted().find((id) => !tried.has(id) && !this.#parts.vectors.find(id));
  }

  /** The live vector first. */
  #wanted(): string[] {
    const live = this.routing?.live;
    return [...new Set([...(live ? [live] : []), ...(this.#state?.vectors ?? [])])];
  }
}
