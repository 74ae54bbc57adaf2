import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { change, type Posts, person, read, startPosts, write } from "./start-posts.ts";

let posts: Posts;
beforeAll(async () => {
  posts = await startPosts();
});
afterAll(() => posts[Symbol.asyncDispose]());

/** Types of what was published of a post, oldest first. */
async function published(id: string): Promise<string[]> {
  const events = await posts.published();
  return events.filter(({ subject }) => subject === id).map(({ type }) => type);
}

describe("a post", () => {
  test("is there as soon as it is written, and is published", async () => {
    const alice = person("alice");
    const post = await write(posts, alice, "  Hello ");
    expect(post).toMatchObject({ text: "Hello", author: { id: alice }, likeCount: 0, viewerCanDelete: true });
    expect(await read(posts, alice, post.id)).toEqual(post);

    await vi.waitFor(async () => expect(await published(post.id)).toEqual(["posts.PostPublished.v1"]));
    const event = (await posts.published()).find(({ subject }) => subject === post.id);
    expect(event).toMatchObject({
      source: "posts",
      time: new Date(post.createdAt),
      data: { postId: post.id, authorId: alice, publishedAt: post.createdAt },
    });
  });

  test("is refused with the reason", async () => {
    const result = await change(posts, person("alice"), "createPost", { text: " " });
    expect(result).toEqual({ __typename: "InvalidInput", fields: [{ field: "text", reason: "TOO_SHORT" }] });
  });

  test("is deleted by its author with all that hangs on it, and that is published", async () => {
    const [alice, bob] = [person("alice"), person("bob")];
    const { id } = await write(posts, alice);
    await change(posts, bob, "likePost", { id });
    await change(posts, bob, "addComment", { postId: id, text: "Nice" });

    expect(await change(posts, bob, "deletePost", { id })).toEqual({ __typename: "NotFound" });
    expect(await change(posts, alice, "deletePost", { id })).toEqual({ __typename: "PostDeleted", id });
    expect(await read(posts, alice, id)).toBeNull();
    expect(await change(posts, bob, "likePost", { id })).toEqual({ __typename: "NotFound" });
    const types = ["posts.PostPublished.v1", "posts.PostDeleted.v1"];
    await vi.waitFor(async () => expect(await published(id)).toEqual(types));
  });

  test("that never was, or whose id is no id, is null", async () => {
    expect(await read(posts, person("alice"), randomUUID())).toBeNull();
    expect(await read(posts, person("alice"), "no id")).toBeNull();
  });
});

describe("likes", () => {
  test("count once per person, also when sent many times at once", async () => {
    const [alice, bob] = [person("alice"), person("bob")];
    const { id } = await write(posts, alice);
    await Promise.all(Array.from({ length: 8 }, () => change(posts, bob, "likePost", { id })));
    await change(posts, alice, "likePost", { id });
    expect(await read(posts, bob, id)).toMatchObject({ likeCount: 2, viewerHasLiked: true });

    await change(posts, bob, "unlikePost", { id });
    const { post } = await change(posts, bob, "unlikePost", { id });
    expect(post).toMatchObject({ likeCount: 1, viewerHasLiked: false });
    expect(await read(posts, alice, id)).toMatchObject({ likeCount: 1, viewerHasLiked: true });
  });
});

describe("comments", () => {
  test("are counted, and deleted by their author or the post's, and by nobody else", async () => {
    const [alice, bob, carol] = [person("alice"), person("bob"), person("carol")];
    const { id: postId } = await write(posts, alice);
    const add = async () => (await change(posts, bob, "addComment", { postId, text: " Nice " })).comment;
    const [one, other] = [await add(), await add()];
    expect(one).toMatchObject({ text: "Nice", author: { id: bob } });
    expect(await read(posts, carol, postId)).toMatchObject({ commentCount: 2 });

    const refused = await change(posts, carol, "deleteComment", { id: one.id });
    expect(refused).toEqual({ __typename: "NotFound" });
    await change(posts, bob, "deleteComment", { id: one.id });
    const { post } = await change(posts, alice, "deleteComment", { id: other.id });
    expect(post).toMatchObject({ commentCount: 0 });
  });

  test("are refused where there is no post, and when they are too long", async () => {
    const alice = person("alice");
    const lost = await change(posts, alice, "addComment", { postId: randomUUID(), text: "Hello?" });
    expect(lost).toEqual({ __typename: "NotFound" });
    const { id: postId } = await write(posts, alice);
    const long = await change(posts, alice, "addComment", { postId, text: "x".repeat(501) });
    expect(long).toMatchObject({ fields: [{ field: "text", reason: "TOO_LONG" }] });
  });
});

test.each([
  ["createPost", { text: "Hello" }],
  ["deletePost", { id: randomUUID() }],
  ["likePost", { id: randomUUID() }],
  ["unlikePost", { id: randomUUID() }],
  ["addComment", { postId: randomUUID(), text: "Hello" }],
  ["deleteComment", { id: randomUUID() }],
] as const)("a visitor cannot %s", async (name, variables) => {
  expect(await change(posts, null, name, variables)).toEqual({ __typename: "NotLoggedIn" });
});
