import { reaction } from "@sliceway/events";
import type { PostsEvents } from "@sliceway/posts-contract";
import { z } from "zod";
import { removeAuthored } from "../db/authored.ts";
import type { Tables } from "../db/tables.ts";

const dataSchema = z.object({
  postId: z.uuid(),
  authorId: z.string(),
}) satisfies z.ZodType<PostsEvents["posts.PostDeleted.v1"]>;

export const whenPostDeleted = reaction<Tables, z.infer<typeof dataSchema>>(dataSchema, (tx, { data }) =>
  removeAuthored(tx, data.postId),
);
