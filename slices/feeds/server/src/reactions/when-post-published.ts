import { reaction } from "@sliceway/events";
import type { PostsEvents } from "@sliceway/posts-contract";
import { z } from "zod";
import { insertAuthored } from "../db/authored.ts";
import type { Tables } from "../db/tables.ts";
import { fanOut } from "../db/timelines.ts";

const dataSchema = z.object({
  postId: z.uuid(),
  authorId: z.string(),
  publishedAt: z.iso.datetime(),
}) satisfies z.ZodType<PostsEvents["posts.PostPublished.v1"]>;

export const whenPostPublished = reaction<Tables, z.infer<typeof dataSchema>>(
  dataSchema,
  async (tx, { data }) => {
    const post = { post_id: data.postId, author_id: data.authorId, published_at: new Date(data.publishedAt) };
    await insertAuthored(tx, post);
    await fanOut(tx, post);
  },
);
