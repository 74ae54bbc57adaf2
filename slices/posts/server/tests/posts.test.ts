import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPost, type Posts, person, startPosts } from "./start-posts.ts";

let posts: Posts;
beforeAll(async () => {
  posts = await startPosts();
});
afterAll(() => posts[Symbol.asyncDispose]());

describe("creating a post", () => {
  test("gives it to its author", async () => {
    const alice = person("alice");
    const result = await createPost(posts, alice, "  Hello  ");
    console.log(JSON.stringify(result));
  });
});
