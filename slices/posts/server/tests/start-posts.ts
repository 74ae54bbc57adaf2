import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startTestSlice } from "@sliceway/subgraph-kit/testing";
import { slice } from "../src/slice.ts";

/** The posts server, with nobody and nothing in it. */
export function startPosts() {
  return startTestSlice(slice, {
    slice: "posts",
    schemaFile: fileURLToPath(import.meta.resolve("@sliceway/posts-contract/schema.graphql")),
    migrationsDir: resolve(import.meta.dirname, "../migrations"),
  });
}

export type Posts = Awaited<ReturnType<typeof startPosts>>;

/** A person whom no other test knows. */
export function person(name: string): string {
  return `${name}-${randomUUID()}`;
}

const CREATE = `mutation ($text: String!) {
  createPost(input: { text: $text }) {
    __typename
    ... on PostCreated { post { id text createdAt author { id } likeCount viewerHasLiked commentCount viewerCanDelete } }
    ... on InvalidInput { fields { field reason } }
  }
}`;

export async function createPost(posts: Posts, viewer: string | undefined, text: string) {
  const { data } = await posts.query(CREATE, { ...(viewer && { viewer }), variables: { text } });
  return data.createPost;
}
