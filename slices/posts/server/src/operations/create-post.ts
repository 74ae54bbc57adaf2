import { randomUUID } from "node:crypto";
import type { Context } from "../context.ts";
import { insertPosts } from "../db/posts.ts";
import { decidePost, type Post } from "../post.ts";
import { postPublished } from "../published-events.ts";
import { type InvalidInput, invalidInput, type NotLoggedIn, notLoggedIn } from "../refusals.ts";

export type CreatePostResult = { __typename: "PostCreated"; post: Post } | InvalidInput | NotLoggedIn;

export async function createPost(context: Context, input: { text: string }): Promise<CreatePostResult> {
  if (!context.viewer) return notLoggedIn;
  const decision = decidePost(input, {
    id: randomUUID(),
    authorId: context.viewer.id,
    now: context.now(),
  });
  if (decision.kind === "rejected") return invalidInput(decision.field);
  const { post } = decision;
  return context.transaction(async (tx) => {
    await insertPosts(tx, [post]);
    await context.outbox.add(tx, postPublished(post));
    return { __typename: "PostCreated", post };
  });
}
