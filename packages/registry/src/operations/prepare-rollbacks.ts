import type { Routing } from "@sliceway/manifest";
import type { Context } from "../context.ts";
import { readOutlines } from "../db/vectors.ts";
import { planRollbacks, type RollbackWish } from "../routing/plan-rollbacks.ts";
import { ensureVector } from "./ensure-vector.ts";

export interface PreparedRollbacks {
  rollback: Routing["rollback"];
  /** Slices that have no way back any more: their earlier release does not fit what is live then. */
  lost: string[];
}

interface Move {
  before: Routing;
  /** Releases of the vector that becomes live. */
  after: Record<string, string>;
  /** Slices that must not be led back: they have just been led back themselves. */
  barred?: readonly string[];
}

/** Makes the vectors that rollbacks lead to, so that a rollback needs nothing but the move of a pointer. */
export async function prepareRollbacks(
  context: Context,
  { before, after, barred = [] }: Move,
): Promise<PreparedRollbacks> {
  const known = Object.values(before.rollback).map((entry) => entry.vector);
  const outlines = await readOutlines(context.db, before.live === null ? known : [before.live, ...known]);
  const releasesOf = (vector: string) => outlines.get(vector)?.releases ?? {};
  const prepared: PreparedRollbacks = { rollback: {}, lost: [] };
  for (const wish of planRollbacks({ before, after, now: context.now(), releasesOf })) {
    if (barred.includes(wish.slice)) continue;
    const vector = await findWay(context, wish);
    if (vector === null) prepared.lost.push(wish.slice);
    else prepared.rollback[wish.slice] = { vector, until: wish.until };
  }
  return prepared;
}

async function findWay(context: Context, { releases, orElse }: RollbackWish): Promise<string | null> {
  const ensured = await ensureVector(context, releases);
  return ensured.ok ? ensured.id : orElse;
}
