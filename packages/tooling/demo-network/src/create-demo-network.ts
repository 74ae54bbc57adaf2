import { createRandom } from "@sliceway/random";
import type { DemoNetwork } from "./demo-network.ts";
import { peopleOf } from "./people.ts";
import { postsOf } from "./posts.ts";
import { friendshipsOf, requestsOf } from "./relations.ts";

/** The moment at which the network stands if nobody says otherwise. */
const DEFAULT_NOW = new Date("2026-11-20T18:00:00Z");

/**
 * A small lively network: some 40 people, 300 posts with likes and comments, friendships and open requests.
 * Pure: the same `seed` gives the same ids and texts everywhere, so each slice can load its own part of it.
 * `now` moves all times together; nothing in the network is later.
 */
export function createDemoNetwork(seed = 1, now: Date = DEFAULT_NOW): DemoNetwork {
  const random = createRandom(seed);
  const people = peopleOf(random, now);
  const friendships = friendshipsOf(people, random, now);
  const requests = requestsOf(people, friendships, random, now);
  const posts = postsOf(people, friendships, random, now);
  return { people: people.map(({ person }) => person), posts, friendships, requests };
}
