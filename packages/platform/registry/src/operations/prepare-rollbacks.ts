import type { Problem, Routing } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { readOutlines } from "../db/vectors.ts";
import { planRollbacks, type RollbackWish } from "../routing/plan-rollbacks.ts";
import { ensureVector } from "./ensure-vector.ts";

export interface PreparedRollbacks {
  rollback: Routing["rollback"];
  lost: LostWay[];
}

/** A slice that has no way back any more: its earlier release does not fit what is live then. */
export interface LostWay {
  slice: string;
  /** What would not fit. */
  problems: Problem[];
}

interface Move {
  before: Routing;
  /** Releases of the vector that becomes live. */
  after: Record<string, string>;
  /** Slices that must not be led back: they have just been led back themselves. */
  barred?: readonly string[];
  /** Finds or makes vectors. */
  ensure?: typeof ensureVector;
}

/** Makes the vectors that rollbacks lead to, so that a rollback needs nothing but the move of a pointer. */
export async function prepareRollbacks(
  context: Context,
  { before, after, barred = [], ensure = ensureVector }: Move,
): Promise<PreparedRollbacks> {
  const known = Object.values(before.rollback).map((entry) => entry.vector);
  const outlines = await readOutlines(context.db, before.live === null ? known : [before.live, ...known]);
  const releasesOf = (vector: string) => outlines.get(vector)?.releases ?? {};
  const prepared: PreparedRollbacks = { rollback: {}, lost: [] };
  for (const wish of planRollbacks({ before, after, now: context.now(), releasesOf })) {
    if (barred.includes(wish.slice)) continue;
    const way = await findWay(context, wish, ensure);
    if (way.ok) prepared.rollback[wish.slice] = { vector: way.id, until: wish.until };
    else prepared.lost.push({ slice: wish.slice, problems: way.problems });
  }
  return prepared;
}

async function findWay(context: Context, { releases, orElse }: RollbackWish, ensure: typeof ensureVector) {
  const ensured = await ensure(context, releases);
  return ensured.ok || orElse === null ? ensured : ({ ok: true, id: orElse } as const);
}
