import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { change, type Posts, person, startPosts, write } from "./start-posts.ts";

let posts: Posts;
beforeAll(async () => {
  posts = await startPosts();
});
afterAll(() => posts[Symbol.asyncDispose]());

interface Page {
  edges: { node: { text: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const ENTITIES = `query ($representations: [_Any!]!, $first: Int, $after: String) {
  _entities(representations: $representations) {
    ... on User { id postCount posts(first: $first, after: $after) { ...Page } }
    ... on Post { id likeCount comments(first: $first, after: $after) {
      edges { node { text } } pageInfo { hasNextPage endCursor } } }
  }
}
fragment Page on PostConnection { edges { node { text } } pageInfo { hasNextPage endCursor } }`;

interface Entity {
  id: string;
  postCount: number;
  likeCount: number;
  posts: Page;
  comments: Page;
}

/** Entities as the gateway asks for them. */
async function entities(
  representations: { __typename: string; id: string }[],
  page: { first?: number; after?: string | null } = {},
): Promise<(Entity | null)[]> {
  const variables = { representations, ...page };
  const { data, errors } = await posts.query<{ _entities: (Entity | null)[] }>(ENTITIES, { variables });
  if (errors) throw new Error(JSON.stringify(errors));
  return data._entities;
}

const texts = (page: Page | undefined) => page?.edges.map(({ node }) => node.text);

describe("a person's posts", () => {
  test("come newest first, page by page", async () => {
    const id = person("alice");
    for (const text of ["one", "two", "three"]) await write(posts, id, text);

    const [first] = await entities([{ __typename: "User", id }], { first: 2 });
    expect(first).toMatchObject({ postCount: 3, posts: { pageInfo: { hasNextPage: true } } });
    const after = first?.posts.pageInfo.endCursor ?? null;
    const [rest] = await entities([{ __typename: "User", id }], { first: 2, after });
    expect([texts(first?.posts), texts(rest?.posts)]).toEqual([["three", "two"], ["one"]]);
    expect(rest?.posts.pageInfo.hasNextPage).toBe(false);
  });

  test("skip and repeat nothing among posts of the same moment", async () => {
    const author = person("alice");
    const created_at = new Date("2026-01-02T03:04:05.678Z");
    const ids = Array.from({ length: 5 }, () => randomUUID())
      .sort()
      .reverse();
    const rows = ids.map((id) => ({ id, author_id: author, text: id, created_at }));
    await posts.db.insertInto("post").values(rows).execute();

    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const [page] = await entities([{ __typename: "User", id: author }], { first: 2, after });
      seen.push(...(texts(page?.posts) ?? []));
      after = page?.posts.pageInfo.endCursor ?? null;
      more = page?.posts.pageInfo.hasNextPage ?? false;
    }
    expect(seen).toEqual(ids);
  });

  test("are none for somebody who never posted", async () => {
    const [nobody] = await entities([{ __typename: "User", id: person("bob") }]);
    expect(nobody).toMatchObject({ postCount: 0, posts: { edges: [], pageInfo: { hasNextPage: false } } });
  });
});

test("comments come oldest first, page by page", async () => {
  const alice = person("alice");
  const { id } = await write(posts, alice);
  for (const text of ["one", "two", "three"]) await change(posts, alice, "addComment", { postId: id, text });
  const [first] = await entities([{ __typename: "Post", id }], { first: 2 });
  const after = first?.comments.pageInfo.endCursor ?? null;
  const [rest] = await entities([{ __typename: "Post", id }], { first: 2, after });
  expect([texts(first?.comments), texts(rest?.comments)]).toEqual([["one", "two"], ["three"]]);
});

test("entities come in the order asked for, with null for what is not there", async () => {
  const [alice, bob] = [person("alice"), person("bob")];
  const [one, other] = [await write(posts, alice), await write(posts, bob)];
  await change(posts, bob, "likePost", { id: one.id });
  const answer = await entities([
    { __typename: "Post", id: other.id },
    { __typename: "Post", id: randomUUID() },
    { __typename: "User", id: alice },
    { __typename: "Post", id: one.id },
  ]);
  expect(answer).toMatchObject([
    { id: other.id, likeCount: 0 },
    null,
    { id: alice, postCount: 1 },
    { id: one.id, likeCount: 1 },
  ]);
});
