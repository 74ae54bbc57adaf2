import type { Reaction } from "@sliceway/events";
import type { ConsumedEvents } from "../contract.events.ts";
import { insertAuthored } from "../db/authored.ts";
import type { Tables } from "../db/tables.ts";
import { fanOut } from "../db/timelines.ts";

type PostPublished = ConsumedEvents["posts.PostPublished.v1"];

export const whenPostPublished: Reaction<Tables, PostPublished> = async (tx, { data }) => {
  const post = { post_id: data.postId, author_id: data.authorId, published_at: new Date(data.publishedAt) };
  await insertAuthored(tx, post);
  await fanOut(tx, post);
};
