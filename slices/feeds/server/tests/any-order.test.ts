import { randomUUID } from "node:crypto";
import type { ForeignEvent } from "@sliceway/subgraph-kit/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  deleted,
  ended,
  expectTimeline,
  type Feeds,
  formed,
  people,
  published,
  startFeeds,
} from "./start-feeds.ts";

let feeds: Feeds;
beforeAll(async () => {
  feeds = await startFeeds();
});
afterAll(() => feeds[Symbol.asyncDispose]());

/** Every way in which two sources' events can come, each source keeping its own order. */
function interleavings<Event>(some: Event[], others: Event[]): Event[][] {
  const [one, ...restOfSome] = some;
  const [other, ...restOfOthers] = others;
  if (one === undefined) return [others];
  if (other === undefined) return [some];
  return [
    ...interleavings(restOfSome, others).map((rest) => [one, ...rest]),
    ...interleavings(some, restOfOthers).map((rest) => [other, ...rest]),
  ];
}

test("posts and friendships give the same timeline in whatever order the two slices' events come", async () => {
  const ways = interleavings([0, 1, 2], [3, 4, 5]);
  expect(ways).toHaveLength(20);
  for (const way of ways) {
    const { alice, bob } = people();
    const [kept, gone, last] = [randomUUID(), randomUUID(), randomUUID()];
    const events: ForeignEvent[] = [
      published(kept, alice),
      published(gone, alice),
      deleted(gone, alice),
      formed(alice, bob),
      ended(alice, bob),
      formed(alice, bob),
    ];
    await feeds.publish(...way.flatMap((index) => events[index] ?? []));
    // When this one is there, all before it have had their effect.
    await feeds.publish(published(last, alice, "2026-01-09T00:00:00.000Z"));
    await expectTimeline(feeds, bob, [last, kept]);
    await expectTimeline(feeds, alice, [last, kept]);
  }
});
