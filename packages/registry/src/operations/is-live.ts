import type { Context } from "../context.ts";
import { readRouting } from "../db/routing.ts";
import { readOutlines } from "../db/vectors.ts";

/** Whether new pages come with this release of the slice. */
export async function isLive({ db }: Context, slice: string, release: string): Promise<boolean> {
  const { live } = await readRouting(db);
  if (live === null) return false;
  return (await readOutlines(db, [live])).get(live)?.releases[slice] === release;
}
