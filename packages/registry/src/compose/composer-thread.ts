// What runs in the composer's thread: see start-composer.ts.
import type { LinkedOperation, Release } from "@sliceway/manifest";
import { listMisfits } from "../forward/list-misfits.ts";
import { type BuiltVector, buildVector } from "./build-vector.ts";
import { readApiSchema } from "./supergraph.ts";
import { createSupergraphCache } from "./supergraph-cache.ts";

export interface BuildTask {
  releases: readonly Release[];
  createdAt: Date;
}

export interface FitTask {
  operations: readonly LinkedOperation[];
  supergraph: string;
}

const compose = createSupergraphCache();

export function build({ releases, createdAt }: BuildTask): BuiltVector {
  return buildVector(releases, createdAt, compose);
}

export function fit({ operations, supergraph }: FitTask): boolean {
  return listMisfits(operations, readApiSchema(supergraph)).length === 0;
}
