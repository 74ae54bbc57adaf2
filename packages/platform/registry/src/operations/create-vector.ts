import type { Vector } from "@sliceway/protocol";
import { vectorId } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { vectorExists } from "../db/vectors.ts";
import { Refusal } from "../refusal.ts";
import { ensureVector, getStoredVector } from "./ensure-vector.ts";

/** The vector of these releases (slice to id), and whether it is new. Throws `VECTOR_INVALID` with the problems. */
export async function createVector(context: Context, releases: Record<string, string>) {
  const existed = await vectorExists(context.db, vectorId(releases));
  const ensured = await ensureVector(context, releases);
  if (!ensured.ok) {
    const [first] = ensured.problems;
    const message = `These releases do not fit together: ${first?.message}`;
    throw new Refusal("VECTOR_INVALID", message, first?.fix ?? "See the problems.", {
      problems: ensured.problems,
    });
  }
  const vector: Vector = await getStoredVector(context, ensured.id);
  return { vector, created: !existed };
}
