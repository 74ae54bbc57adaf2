import type { AnyNewEvent } from "@sliceway/events";
import type { PublishedEvents } from "./contract.events.ts";
import type { Post } from "./post.ts";

export function postPublished({ id, authorId, createdAt }: Post): AnyNewEvent<PublishedEvents> {
  const publishedAt = createdAt.toISOString();
  return {
    type: "posts.PostPublished.v1",
    subject: id,
    time: publishedAt,
    data: { postId: id, authorId, publishedAt },
  };
}

export function postDeleted({ id, authorId }: Post, now: Date): AnyNewEvent<PublishedEvents> {
  return {
    type: "posts.PostDeleted.v1",
    subject: id,
    time: now.toISOString(),
    data: { postId: id, authorId },
  };
}
