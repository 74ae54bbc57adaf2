import { type Vector, vectorId } from "@sliceway/protocol";
import { ensureVector } from "../compose/ensure-vector.ts";
import type { Context } from "../context.ts";
import { findVector, vectorExists } from "../db/vectors.ts";
import { Refusal } from "../refusal.ts";
import type { Releases } from "../routing/routing-command.ts";
import { routingErrors } from "../routing/routing-errors.ts";

/** The vector of these releases, and whether it is new. Throws `VECTOR_INVALID` with the problems. */
export async function createVector(
  context: Context,
  releases: Releases,
): Promise<{ vector: Vector; created: boolean }> {
  const id = vectorId(releases);
  const existed = await vectorExists(context.db, id);
  const composed = await ensureVector(context, releases);
  if (!composed.ok) {
    const { problems } = composed;
    const message = `These releases do not fit together: ${problems[0]?.message}`;
    const text = routingErrors.VECTOR_INVALID(message);
    throw new Refusal({ ...text, fix: problems[0]?.fix ?? text.fix }, { problems });
  }
  const vector = await findVector(context.db, id);
  if (!vector) throw new Error(`the vector ${id} has gone`);
  return { vector, created: !existed };
}
