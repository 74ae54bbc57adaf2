import { Gauge, type Registry } from "prom-client";
import type { GenerationPool } from "./generation/generation-pool.ts";
import type { ReadyVectors } from "./routing/ready-vectors.ts";

/** Shows what is held in memory. */
export function watchSizes(register: Registry, generations: GenerationPool, vectors: ReadyVectors): void {
  const registers = [register];
  new Gauge({
    name: "gateway_generations",
    help: "Generations that are built, being built or still in use.",
    registers,
    collect() {
      this.set(generations.size);
    },
  });
  new Gauge({
    name: "gateway_ready_vectors",
    help: "Vectors that requests can be admitted to.",
    registers,
    collect() {
      this.set(vectors.ids.length);
    },
  });
}
