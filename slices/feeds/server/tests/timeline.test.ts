import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startTestSlice } from "@sliceway/subgraph-kit/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { slice } from "../src/slice.ts";

type Server = Awaited<ReturnType<typeof start>>;

const start = () =>
  startTestSlice(slice, {
    slice: "feeds",
    schemaFile: fileURLToPath(import.meta.resolve("@sliceway/feeds-contract/schema.graphql")),
    migrationsDir: resolve(import.meta.dirname, "../migrations"),
  });

let server: Server;
beforeAll(async () => {
  server = await start();
});
afterAll(() => server[Symbol.asyncDispose]());

const publishPost = (postId: string, authorId: string, publishedAt: string) =>
  server.publish({
    source: "posts",
    type: "posts.PostPublished.v1",
    subject: postId,
    data: { postId, authorId, publishedAt },
  });

const friendship = (type: string, userIds: [string, string]) =>
  server.publish({
    source: "friends",
    type: `friends.${type}.v1`,
    subject: [...userIds].sort().join(":"),
    data: { userIds, formedAt: "2026-01-01T00:00:00.000Z" },
  });

async function timelineOf(viewer: string, args = ""): Promise<string[]> {
  const { data } = await server.query(`{ timeline${args} { edges { node { id } } } }`, { viewer });
  const timeline = data?.["timeline"] as { edges: { node: { id: string } }[] };
  return timeline.edges.map(({ node }) => node.id);
}

const expectTimeline = (viewer: string, posts: string[]) =>
  vi.waitFor(async () => expect(await timelineOf(viewer)).toEqual(posts), { timeout: 10_000 });

const people = () => ({ alice: randomUUID(), bob: randomUUID() });

test("a visitor has no timeline", async () => {
  const { data } = await server.query("{ timeline { edges { cursor } } }", {});
  expect(data).toEqual({ timeline: null });
});

test("friends see each other's posts, whether written before or after they became friends", async () => {
  const { alice, bob } = people();
  const [early, late] = [randomUUID(), randomUUID()];
  await publishPost(early, alice, "2026-01-02T00:00:00.000Z");
  await friendship("FriendshipFormed", [alice, bob]);
  await publishPost(late, alice, "2026-01-03T00:00:00.000Z");

  await expectTimeline(bob, [late, early]);
  await expectTimeline(alice, [late, early]);
});

test("the end of a friendship takes the other's posts away, not one's own", async () => {
  const { alice, bob } = people();
  const [hers, his] = [randomUUID(), randomUUID()];
  await publishPost(hers, alice, "2026-01-02T00:00:00.000Z");
  await publishPost(his, bob, "2026-01-03T00:00:00.000Z");
  await friendship("FriendshipFormed", [alice, bob]);
  await expectTimeline(bob, [his, hers]);

  await friendship("FriendshipEnded", [alice, bob]);
  await expectTimeline(bob, [his]);
  await expectTimeline(alice, [hers]);
});

test("a deleted post leaves every timeline", async () => {
  const { alice, bob } = people();
  const post = randomUUID();
  await friendship("FriendshipFormed", [alice, bob]);
  await publishPost(post, alice, "2026-01-02T00:00:00.000Z");
  await expectTimeline(bob, [post]);

  const data = { postId: post, authorId: alice };
  await server.publish({ source: "posts", type: "posts.PostDeleted.v1", subject: post, data });
  await expectTimeline(bob, []);
});

test("pages follow one another without a gap, also among posts of the same moment", async () => {
  const { alice } = people();
  const posts = Array.from({ length: 5 }, () => randomUUID());
  for (const post of posts) await publishPost(post, alice, "2026-01-02T00:00:00.000Z");
  const newestFirst = [...posts].sort().reverse();
  await expectTimeline(alice, newestFirst);

  const { data } = await server.query("{ timeline(first: 2) { pageInfo { hasNextPage endCursor } } }", {
    viewer: alice,
  });
  const { pageInfo } = data?.["timeline"] as { pageInfo: { hasNextPage: boolean; endCursor: string } };
  expect(pageInfo.hasNextPage).toBe(true);
  expect(await timelineOf(alice, `(first: 10, after: "${pageInfo.endCursor}")`)).toEqual(
    newestFirst.slice(2),
  );
});

test("a cursor of another list is refused", async () => {
  const { errors } = await server.query('{ timeline(after: "abc") { edges { cursor } } }', {
    viewer: randomUUID(),
  });
  expect(errors).toMatchObject([{ extensions: { code: "BAD_CURSOR" } }]);
});
