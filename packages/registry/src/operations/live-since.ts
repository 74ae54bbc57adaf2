import type { Context } from "../context.ts";
import { findLastRevisionWithout, readRouting } from "../db/routing.ts";

/** The revision from which on new pages come with this release of the slice; null if they do not. */
export async function liveSince({ db }: Context, slice: string, release: string): Promise<number | null> {
  const { revision } = await readRouting(db);
  const without = await findLastRevisionWithout(db, slice, release);
  return without === undefined || without < revision ? (without ?? 0) + 1 : null;
}
