import { createDemoNetwork, type DemoPost } from "@sliceway/demo-network";
import type { SliceService } from "@sliceway/subgraph-kit";
import type { Insertable } from "kysely";
import type { PublishedEvents } from "./contract.events.ts";
import { insertComments } from "./db/comments.ts";
import { insertLikes } from "./db/likes.ts";
import { insertPosts, listPosts } from "./db/posts.ts";
import type { Tables } from "./db/tables.ts";
import type { Post } from "./post.ts";
import { postPublished } from "./published-events.ts";

/** Loads the demo network's posts, comments and likes, and publishes the posts; does nothing if they are there. */
export async function seed({ db, outbox, now, log }: SliceService<Tables, PublishedEvents>): Promise<void> {
  const demo = createDemoNetwork(1, now()).posts;
  const posts = demo.map(toPost);
  const present = await listPosts(
    db,
    posts.map(({ id }) => id),
  );
  if (present.size > 0) return log.info("the demo posts are there already");
  await db.transaction().execute(async (tx) => {
    await insertPosts(tx, posts);
    await insertComments(tx, demo.flatMap(toComments));
    await insertLikes(tx, demo.flatMap(toLikes));
    await outbox.addAll(tx, posts.map(postPublished));
  });
  log.info({ posts: posts.length }, "demo posts loaded");
}

function toPost({ id, authorId, text, publishedAt }: DemoPost): Post {
  return { id, authorId, text, createdAt: new Date(publishedAt) };
}

function toComments({ id: postId, comments }: DemoPost) {
  return comments.map(({ id, authorId, text, at }) => ({
    id,
    postId,
    authorId,
    text,
    createdAt: new Date(at),
  }));
}

function toLikes({ id, likes }: DemoPost): Insertable<Tables["post_like"]>[] {
  return likes.map(({ userId, at }) => ({ post_id: id, user_id: userId, created_at: new Date(at) }));
}
