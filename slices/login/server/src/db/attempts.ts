import { type Kysely, sql, type Transaction } from "kysely";
import { type Attempts, FORGET_AFTER_MS, waitSeconds, withAttempt } from "../throttle.ts";
import type { Tables } from "./tables.ts";

/**
 * Counts an attempt against each key before it is made, so that many at once get no free guesses, and gives 0. If
 * one of the keys has to wait nothing is counted and the answer is the number of seconds.
 */
export async function countAttempt(db: Kysely<Tables>, keys: string[], now: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const attempts = await lockAttempts(tx, keys, now);
    const wait = Math.max(...attempts.map((attempt) => waitSeconds(attempt, now)));
    if (wait > 0) return wait;
    for (const attempt of attempts) {
      const { count, lastAt } = withAttempt(attempt, now);
      await tx
        .updateTable("login_attempt")
        .set({ count, last_at: lastAt })
        .where("key", "=", attempt.key)
        .execute();
    }
    return 0;
  });
}

/** After a success: the slate of `cleared` is clean, of `undone` only the last attempt is taken back. */
export async function forgiveAttempt(
  tx: Transaction<Tables>,
  { cleared, undone }: { cleared: string; undone?: string },
  now: Date,
): Promise<void> {
  // in the order of the keys, as everywhere: two that want the same two rows never wait for each other
  for (const key of [cleared, ...(undone ? [undone] : [])].sort()) {
    const count = key === cleared ? sql<number>`0` : sql<number>`greatest(count - 1, 0)`;
    await tx.updateTable("login_attempt").set({ count }).where("key", "=", key).execute();
  }
  await deleteForgotten(tx, now);
}

async function lockAttempts(
  tx: Transaction<Tables>,
  keys: string[],
  now: Date,
): Promise<(Attempts & { key: string })[]> {
  const fresh = keys.toSorted().map((key) => ({ key, count: 0, last_at: now }));
  await tx
    .insertInto("login_attempt")
    .values(fresh)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tx
    .selectFrom("login_attempt")
    .select(["key", "count", "last_at as lastAt"])
    .where("key", "in", keys)
    .orderBy("key")
    .forUpdate()
    .execute();
}

async function deleteForgotten(tx: Transaction<Tables>, now: Date): Promise<void> {
  const forgotten = tx
    .selectFrom("login_attempt")
    .select("key")
    .where("last_at", "<", new Date(now.getTime() - FORGET_AFTER_MS))
    .limit(100)
    .forUpdate()
    .skipLocked();
  await tx.deleteFrom("login_attempt").where("key", "in", forgotten).execute();
}
