import { randomUUID } from "node:crypto";
import { type QueryOptions, repeatMutations } from "@sliceway/subgraph-kit/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Posts, person, startPosts, write } from "./start-posts.ts";

let posts: Posts;
beforeAll(async () => {
  posts = await startPosts();
});
afterAll(() => posts[Symbol.asyncDispose]());

const POST = "post { id text createdAt author { id } likeCount viewerHasLiked commentCount }";
const CREATE = `mutation ($text: String!) {
  createPost(input: { text: $text }) { __typename ... on PostCreated { ${POST} } } }`;
const COMMENT = `mutation ($id: ID!, $text: String!) {
  addComment(input: { postId: $id, text: $text }) {
    __typename ... on CommentAdded { comment { id text createdAt author { id } } ${POST} } } }`;

/** Sends the same 20 times at once and gives the different answers. */
async function answersToMany(document: string, options: QueryOptions): Promise<unknown[]> {
  const keyed = { ...options, idempotencyKey: randomUUID() };
  const answers = await Promise.all(Array.from({ length: 20 }, () => posts.query(document, keyed)));
  const texts = answers.map(({ data, errors }) => JSON.stringify({ data, errors }));
  return [...new Set(texts)].map((text) => JSON.parse(text));
}

test("every mutation has one effect and one answer when it is repeated", async () => {
  const viewer = person("alice");
  const repeats = repeatMutations(posts);
  const text = "Hello";
  const { createPost } = await repeats.send<{ createPost: { post: { id: string } } }>(CREATE, {
    viewer,
    variables: { text },
  });
  const { id } = createPost.post;
  for (const step of ["likePost", "unlikePost"]) {
    const document = `mutation ($id: ID!) { ${step}(id: $id) { ... on PostLikeChanged { ${POST} } } }`;
    await repeats.send(document, { viewer, variables: { id } });
  }
  const { addComment } = await repeats.send<{ addComment: { comment: { id: string } } }>(COMMENT, {
    viewer,
    variables: { id, text },
  });
  await repeats.send(
    `mutation ($id: ID!) { deleteComment(id: $id) { ... on CommentDeleted { id ${POST} } } }`,
    {
      viewer,
      variables: { id: addComment.comment.id },
    },
  );
  await repeats.send("mutation ($id: ID!) { deletePost(id: $id) { ... on PostDeleted { id } } }", {
    viewer,
    variables: { id },
  });
  expect(await repeats.untried()).toEqual([]);
});

describe("many at the same time under one key", () => {
  test("make one post", async () => {
    const viewer = person("alice");
    const answers = await answersToMany(CREATE, { viewer, variables: { text: "Hello" } });
    expect(answers).toMatchObject([{ data: { createPost: { post: { text: "Hello" } } } }]);
    const rows = await posts.db.selectFrom("post").select("id").where("author_id", "=", viewer).execute();
    expect(rows).toHaveLength(1);
  });

  test("make one comment", async () => {
    const viewer = person("alice");
    const { id } = await write(posts, viewer);
    const answers = await answersToMany(COMMENT, { viewer, variables: { id, text: "Nice" } });
    expect(answers).toMatchObject([{ data: { addComment: { comment: { text: "Nice" } } } }]);
    const rows = await posts.db.selectFrom("comment").select("id").where("post_id", "=", id).execute();
    expect(rows).toHaveLength(1);
  });
});

test("a key serves one post only", async () => {
  const keyed = { viewer: person("alice"), idempotencyKey: randomUUID() };
  await posts.query(CREATE, { ...keyed, variables: { text: "One" } });
  const { errors } = await posts.query(CREATE, { ...keyed, variables: { text: "Two" } });
  expect(errors).toMatchObject([{ extensions: { code: "IDEMPOTENCY_KEY_REUSED" } }]);
});
