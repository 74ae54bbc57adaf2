import type { Context } from "../context.ts";
import type { Standing } from "../relation/standing.ts";

export interface Friendship {
  state: Exclude<Standing["state"], "BLOCKED_BY_THEM"> | "NONE";
  since: string | null;
}

/** Null for oneself and for visitors. Who is blocked is not told so: they look like strangers. */
export async function getFriendship(
  { viewer, loaders }: Context,
  userId: string,
): Promise<Friendship | null> {
  if (!viewer || viewer.id === userId) return null;
  const standing = await loaders.standing.load(userId);
  if (!standing || standing.state === "BLOCKED_BY_THEM") return { state: "NONE", since: null };
  return { state: standing.state, since: standing.since.toISOString() };
}
