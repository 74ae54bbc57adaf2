import { demoAccounts } from "@sliceway/demo-network";
import { retry } from "@sliceway/service-kit";
import { answers, logIn, type Member, signUp } from "@sliceway/trial-kit";
import type { Ledger } from "./ledger.ts";
import type { TrialPlace } from "./places.ts";

/** How long a machine that has just started everything may need; a post, from its writer's slice into the timeline. */
const PATIENCE_MS = 20_000;

export interface Settled {
  member: Member;
  /** A post of theirs that stays. */
  postId: string;
}

/** The two demo accounts and some fresh ones, each with a post that stands in their own feed. One after the other. */
export async function settleIn(place: TrialPlace, people: number, ledger: Ledger): Promise<Settled[]> {
  const settled: Settled[] = [];
  for (let person = 0; person < people; person += 1) {
    const handle = demoAccounts.handles[person];
    const enter = () => (handle ? logIn(place, handle, demoAccounts.password) : signUp(place));
    const member = await retry(enter, { untilMs: PATIENCE_MS });
    settled.push(await writeFirstPost(member, ledger));
  }
  return settled;
}

async function writeFirstPost(member: Member, ledger: Ledger): Promise<Settled> {
  const text = ledger.newText();
  const { createPost } = await member.ask("CreatePost", { input: { text } }, answers.createPost);
  const postId = createPost.post.id;
  ledger.posts.set(text, postId);
  await retry(() => member.ask("FeedPage", {}, answers.feedPage), { untilMs: PATIENCE_MS });
  return { member, postId };
}
