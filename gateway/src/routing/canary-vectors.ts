import type { Canary, Routing } from "@sliceway/protocol";
import type { ReadyVector } from "./ready-vector.ts";

type Find = (vector: string) => ReadyVector | undefined;

/**
 * What the visitors of canaries get. A canary's vector is made anew whenever what is live moves; until the new one is
 * ready they keep the one before, so that nobody waits and nobody falls back to live.
 */
export class CanaryVectors {
  /** Deployment to the vector that was ready last. */
  readonly #served = new Map<string, string>();
  readonly #find: Find;

  constructor(find: Find) {
    this.#find = find;
  }

  /** The vector of the canary that has this bucket; undefined if none has, or if it is not ready. */
  find({ canaries }: Pick<Routing, "canaries">, bucket: number): ReadyVector | undefined {
    const canary = canaries.find(({ ranges }) =>
      ranges.some(({ from, to }) => from <= bucket && bucket < to),
    );
    return canary && this.#serve(canary);
  }

  /** Vectors that are to stay until those of the routing are ready. To be asked with every new routing. */
  keep({ canaries }: Pick<Routing, "canaries">): string[] {
    for (const deployment of this.#served.keys()) {
      if (!canaries.some((canary) => canary.deployment === deployment)) this.#served.delete(deployment);
    }
    return canaries.flatMap((canary) => this.#serve(canary)?.id ?? []);
  }

  #serve({ deployment, vector }: Canary): ReadyVector | undefined {
    const ready = this.#find(vector) ?? this.#find(this.#served.get(deployment) ?? "");
    if (ready) this.#served.set(deployment, ready.id);
    return ready;
  }
}
