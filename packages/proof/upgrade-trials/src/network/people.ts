import { createRegistryClient, type RegistryClient } from "@sliceway/protocol/client";
import { retry } from "@sliceway/service-kit";
import { type Member, type Place, signUp } from "@sliceway/trial-kit";
import { z } from "zod";
import type { Site } from "../platform/site.ts";

/** How long a post may take from its writer into a friend's feed, on a machine that has just started everything. */
const ARRIVAL_MS = 60_000;

export function registryOf({ registryUrl }: Pick<Site, "registryUrl">): RegistryClient {
  return createRegistryClient({ url: registryUrl });
}

/** The vector that is live, as pages of it see it. */
export async function readLivePlace(site: Site): Promise<Place> {
  const registry = registryOf(site);
  const { live } = await registry.getRouting();
  if (live === null) throw new Error("Nothing is live.");
  return { gatewayUrl: site.gatewayUrl, vector: await registry.getVector(live) };
}

/** Two people who are friends. */
export async function makeFriends(place: Place): Promise<[Member, Member]> {
  const [one, other] = [await retryingSignUp(place), await retryingSignUp(place)];
  const changed = z.object({ step: z.object({ user: z.object({ id: z.string() }) }) });
  // Each slice hears of a new person a moment later.
  const retrying = { untilMs: ARRIVAL_MS };
  await retry(() => one.ask("SendFriendRequest", { userId: other.id }, changed), retrying);
  await retry(() => other.ask("AcceptFriendRequest", { userId: one.id }, changed), retrying);
  return [one, other];
}

export function retryingSignUp(place: Place): Promise<Member> {
  return retry(() => signUp(place), { untilMs: ARRIVAL_MS });
}

const created = z.object({ createPost: z.object({ post: z.object({ id: z.string() }) }) });
const feed = z.object({
  timeline: z.object({ edges: z.array(z.object({ node: z.object({ id: z.string() }) })) }),
});

/** Writes a post; resolves to its id. */
export async function writePost(member: Member | ReturnType<Member["at"]>, text: string): Promise<string> {
  const { createPost } = await member.ask("CreatePost", { input: { text } }, created);
  return createPost.post.id;
}

/** Resolves when the post stands in the person's feed. */
export async function waitInFeed(reader: ReturnType<Member["at"]>, postId: string): Promise<void> {
  const look = async () => {
    const { timeline } = await reader.ask("FeedPage", {}, feed);
    if (!timeline.edges.some(({ node }) => node.id === postId))
      throw new Error(`${postId} is not in the feed.`);
  };
  await retry(look, { untilMs: ARRIVAL_MS });
}
