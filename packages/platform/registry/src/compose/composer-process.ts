// What runs in the composer's process: see start-composer.ts.
import { constants, setPriority } from "node:os";
import type { LinkedOperation, Release } from "@sliceway/protocol";
import { listIncompatibleOperations } from "../forward/list-incompatible-operations.ts";
import { type BuiltVector, buildVector } from "./build-vector.ts";
import { readApiSchema } from "./supergraph.ts";
import { createSupergraphCache } from "./supergraph-cache.ts";

export interface BuildTask {
  releases: readonly Release[];
  createdAt: Date;
}

export interface CompatibilityTask {
  operations: readonly LinkedOperation[];
  supergraph: string;
}

// Whoever deploys can wait a moment; whoever asks for a page on the same cores should not.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const compose = createSupergraphCache();

export function build({ releases, createdAt }: BuildTask): BuiltVector {
  return buildVector(releases, createdAt, compose);
}

export function isCompatible({ operations, supergraph }: CompatibilityTask): boolean {
  return listIncompatibleOperations(operations, readApiSchema(supergraph)).length === 0;
}
