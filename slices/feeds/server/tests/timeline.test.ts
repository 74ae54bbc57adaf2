import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  deleted,
  ended,
  expectTimeline,
  type Feeds,
  formed,
  pageOf,
  people,
  published,
  startFeeds,
} from "./start-feeds.ts";

let feeds: Feeds;
beforeAll(async () => {
  feeds = await startFeeds();
});
afterAll(() => feeds[Symbol.asyncDispose]());

describe("a timeline", () => {
  test("is null for visitors", async () => {
    const { data, errors } = await feeds.query("{ timeline { edges { cursor } } }");
    expect({ data, errors }).toEqual({ data: { timeline: null }, errors: undefined });
  });

  test("shows one's own posts and nobody else's", async () => {
    const { alice, bob } = people();
    const [hers, his] = [randomUUID(), randomUUID()];
    await feeds.publish(published(his, bob), published(hers, alice));
    await expectTimeline(feeds, alice, [hers]);
    await expectTimeline(feeds, bob, [his]);
  });

  test("shows friends' posts, newest first by the time in the event", async () => {
    const { alice, bob } = people();
    const [early, late] = [randomUUID(), randomUUID()];
    await feeds.publish(
      published(late, alice, "2026-01-03T00:00:00.000Z"),
      formed(alice, bob),
      published(early, alice, "2026-01-02T00:00:00.000Z"),
    );
    await expectTimeline(feeds, bob, [late, early]);
    await expectTimeline(feeds, alice, [late, early]);
  });

  test("loses the other's posts when a friendship ends, and has them again when it is renewed", async () => {
    const { alice, bob } = people();
    const [hers, his] = [randomUUID(), randomUUID()];
    await feeds.publish(
      published(hers, alice, "2026-01-02T00:00:00.000Z"),
      published(his, bob, "2026-01-03T00:00:00.000Z"),
      formed(alice, bob),
    );
    await expectTimeline(feeds, bob, [his, hers]);
    await feeds.publish(ended(alice, bob));
    await expectTimeline(feeds, bob, [his]);
    await expectTimeline(feeds, alice, [hers]);
    await feeds.publish(formed(alice, bob));
    await expectTimeline(feeds, alice, [his, hers]);
  });

  test("loses a deleted post", async () => {
    const { alice, bob } = people();
    const [kept, gone] = [randomUUID(), randomUUID()];
    await feeds.publish(formed(alice, bob), published(gone, alice), published(kept, alice));
    await expectTimeline(feeds, bob, [kept, gone].sort().reverse());
    await feeds.publish(deleted(gone, alice));
    await expectTimeline(feeds, bob, [kept]);
    await expectTimeline(feeds, alice, [kept]);
  });

  test("has an event only once, however often it comes", async () => {
    const { alice } = people();
    const [first, last] = [randomUUID(), randomUUID()];
    const again = { ...published(first, alice), id: randomUUID() };
    await feeds.publish(again, again, published(last, alice, "2026-01-05T00:00:00.000Z"));
    await expectTimeline(feeds, alice, [last, first]);
  });
});

describe("pages", () => {
  test("follow one another without a gap, also among posts of the same moment", async () => {
    const { alice } = people();
    const posts = Array.from({ length: 5 }, () => randomUUID());
    await feeds.publish(...posts.map((post) => published(post, alice)));
    const newestFirst = posts.sort().reverse();
    await expectTimeline(feeds, alice, newestFirst);

    const first = await pageOf(feeds, alice, { first: 2 });
    expect(first).toMatchObject({ posts: newestFirst.slice(0, 2), hasNextPage: true });
    const rest = await pageOf(feeds, alice, { first: 3, after: first.endCursor });
    expect(rest).toMatchObject({ posts: newestFirst.slice(2), hasNextPage: false });
  });

  test("refuse a cursor that is not of this list", async () => {
    const { errors } = await feeds.query('{ timeline(after: "abc") { edges { cursor } } }', {
      viewer: people().alice,
    });
    expect(errors).toMatchObject([{ path: ["timeline"], extensions: { code: "BAD_CURSOR" } }]);
  });
});
