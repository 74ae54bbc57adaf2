import type { Kysely } from "kysely";
import type { Composer } from "../compose/start-composer.ts";
import type { Tables } from "../db/tables.ts";
import { findVector } from "../db/vectors.ts";

const KEPT = 1_000;

/** Whether the API of the vector `live` takes every operation of the pages that were loaded at `vector`. */
export type Fits = (vector: string, live: string) => Promise<boolean>;

/** Vectors never change, so an answer holds for ever; the last ones are kept. */
export function createFits(db: Kysely<Tables>, composer: Composer): Fits {
  const known = new Map<string, boolean>();
  return async (vector, live) => {
    const key = `${vector} ${live}`;
    const fits = known.get(key) ?? (await compare(db, composer, vector, live));
    known.set(key, fits);
    if (known.size > KEPT) known.delete(known.keys().next().value ?? key);
    return fits;
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
  return await composer.fit({ operations: old.operations, supergraph: current.supergraph });
}
