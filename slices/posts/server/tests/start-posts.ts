import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startTestSlice } from "@sliceway/subgraph-kit/testing";
import { slice } from "../src/slice.ts";

export type Posts = Awaited<ReturnType<typeof startPosts>>;

/** The posts server, with nothing in it. */
export function startPosts() {
  return startTestSlice(slice, {
    slice: "posts",
    schemaFile: fileURLToPath(import.meta.resolve("@sliceway/posts-contract/schema.graphql")),
    migrationsDir: resolve(import.meta.dirname, "../migrations"),
  });
}

/** Someone whom no other test knows. */
export const person = (name: string) => `${name}-${randomUUID()}`;

/** What the tests see of a post. */
export interface PostView {
  id: string;
  text: string;
  createdAt: string;
  author: { id: string };
  likeCount: number;
  viewerHasLiked: boolean;
  commentCount: number;
  viewerCanDelete: boolean;
}

/** Any of the mutations' results. */
export interface Result {
  __typename: string;
  post: PostView;
  id: string;
  comment: { id: string; text: string; author: { id: string } };
  fields: { field: string; reason: string }[];
}

const POST = "post { id text createdAt author { id } likeCount viewerHasLiked commentCount viewerCanDelete }";
const INVALID = "... on InvalidInput { fields { field reason } }";

const mutations = {
  createPost: `mutation ($text: String!) {
    result: createPost(input: { text: $text }) { __typename ... on PostCreated { ${POST} } ${INVALID} } }`,
  deletePost: "mutation ($id: ID!) { result: deletePost(id: $id) { __typename ... on PostDeleted { id } } }",
  likePost: `mutation ($id: ID!) {
    result: likePost(id: $id) { __typename ... on PostLikeChanged { ${POST} } } }`,
  unlikePost: `mutation ($id: ID!) {
    result: unlikePost(id: $id) { __typename ... on PostLikeChanged { ${POST} } } }`,
  addComment: `mutation ($postId: ID!, $text: String!) {
    result: addComment(input: { postId: $postId, text: $text }) {
      __typename ... on CommentAdded { comment { id text author { id } } ${POST} } ${INVALID} } }`,
  deleteComment: `mutation ($id: ID!) {
    result: deleteComment(id: $id) { __typename ... on CommentDeleted { id ${POST} } } }`,
};

/** Runs one of the mutations as `viewer`, or as a visitor. */
export async function change(
  posts: Posts,
  viewer: string | null,
  name: keyof typeof mutations,
  variables: Record<string, string>,
): Promise<Result> {
  const { data, errors } = await posts.query<{ result: Result }>(mutations[name], {
    ...(viewer && { viewer }),
    variables,
  });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.result;
}

/** A post of `author`. */
export async function write(posts: Posts, author: string, text = "Hello"): Promise<PostView> {
  return (await change(posts, author, "createPost", { text })).post;
}

/** The post as `viewer` sees it now. */
export async function read(posts: Posts, viewer: string, id: string): Promise<PostView | null> {
  const query = `query ($id: ID!) { ${POST.replace("post", "post(id: $id)")} }`;
  return (await posts.query<{ post: PostView | null }>(query, { viewer, variables: { id } })).data.post;
}
