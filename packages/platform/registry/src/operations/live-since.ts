import type { Context } from "../context.ts";
import { findLastRevisionWithout } from "../db/routing-history.ts";

/** The revision from which on new pages come with this release of the slice; null if they do not. */
export async function liveSince(context: Context, slice: string, release: string): Promise<number | null> {
  return (await readLiveness(context, slice, release)).since;
}

/** The same, and as of which revision. */
export async function readLiveness(
  { db }: Context,
  slice: string,
  release: string,
): Promise<{ revision: number; since: number | null }> {
  const { revision, without } = await findLastRevisionWithout(db, slice, release);
  return { revision, since: without === null || without < revision ? (without ?? 0) + 1 : null };
}
