import type { Context } from "../context.ts";
import { countChange } from "../db/change-cursor.ts";
import { readState } from "../watch/read-state.ts";
import { showsTheSame } from "../watch/state-feed.ts";

/**
 * Reads the state and hands it to the watchers. What changed only because time went by (a rollback ended, a pin ran
 * out) is in no row: it is counted here, so that the cursor grows with every change.
 */
export async function publishState({ db, feed, now }: Context): Promise<void> {
  const state = await readState(db, now());
  const { latest } = feed;
  const isUncounted = !latest || (latest.cursor === state.cursor && !showsTheSame(latest, state));
  if (!isUncounted) return feed.offer(state);
  await countChange(db);
  feed.offer(await readState(db, now()));
}
