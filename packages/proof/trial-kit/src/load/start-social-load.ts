import { retry } from "@sliceway/service-kit";
import { feedPage } from "./answers.ts";
import { signUp } from "./enter.ts";
import { habits, type Regular, writePost } from "./habits.ts";
import { type OpenLoop, startOpenLoop } from "./open-loop.ts";
import type { Place } from "./person.ts";

/** How long a post may take from its writer's slice into the timeline. */
const TIMELINE_PATIENCE_MS = 15_000;

export interface SocialLoadOptions extends Place {
  /** Requests a second, whatever becomes of them. */
  perSecond?: number;
  /** How many people share them; each signs up anew. */
  people?: number;
}

/**
 * Fresh people of the social network, reading, posting, liking and commenting at a constant rate on one vector: half
 * queries, half mutations, by the documents that the vector registered. A request fails unless it is answered with
 * status 200, no errors, and all the data that its page needs. Nothing is tried twice.
 *
 * Resolves when everybody has an account and a post in their own timeline; rejects if that cannot be.
 */
export async function startSocialLoad(options: SocialLoadOptions): Promise<OpenLoop> {
  const { perSecond = 50, people = 4, ...place } = options;
  const [first, ...others] = await Promise.all(Array.from({ length: people }, () => settleIn(place)));
  if (!first) throw new RangeError("A load needs at least one person.");
  const regulars = [first, ...others];
  return startOpenLoop(perSecond, async (index) => {
    const round = Math.floor(index / habits.length);
    const self = regulars[round % regulars.length] ?? first;
    const friend = regulars[(round + 1) % regulars.length] ?? first;
    const habit = habits[index % habits.length] ?? habits[0];
    await habit(self, friend);
  });
}

async function settleIn(place: Place): Promise<Regular> {
  const member = await signUp(place);
  const postId = await writePost(member, "Here to stay");
  await retry(() => member.ask("FeedPage", {}, feedPage), { untilMs: TIMELINE_PATIENCE_MS });
  return { member, postId, ownPosts: [], ownComments: [] };
}
