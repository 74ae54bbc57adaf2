import type { Kysely } from "kysely";
import { LRUCache } from "lru-cache";
import type { Composer } from "../compose/start-composer.ts";
import type { Tables } from "../db/tables.ts";
import { findVector } from "../db/vectors.ts";

const KEPT = 1_000;

/** Whether the API of the vector `live` takes every operation of the pages that were loaded at `vector`. */
export type IsCompatible = (vector: string, live: string) => Promise<boolean>;

/** Vectors never change, so an answer holds for ever; the last ones are kept. */
export function createCompatibility(db: Kysely<Tables>, composer: Composer): IsCompatible {
  const known = new LRUCache<string, { isCompatible: boolean }>({ max: KEPT });
  return async (vector, live) => {
    const key = `${vector} ${live}`;
    const answer = known.get(key) ?? { isCompatible: await compare(db, composer, vector, live) };
    known.set(key, answer);
    return answer.isCompatible;
  };
}

async function compare(
  db: Kysely<Tables>,
  composer: Composer,
  vector: string,
  live: string,
): Promise<boolean> {
  const [old, current] = await Promise.all([findVector(db, vector), findVector(db, live)]);
  if (!old || !current) return false;
  if (old.schemaHash === current.schemaHash) return true;
  return await composer.isCompatible({ operations: old.operations, supergraph: current.supergraph });
}
