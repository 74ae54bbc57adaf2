import { reaction } from "@sliceway/events";
import type { PostsEvents } from "@sliceway/posts-contract";
import { z } from "zod";
import { lockPeople } from "../db/lock-people.ts";
import { deletePost } from "../db/posts.ts";
import type { Tables } from "../db/tables.ts";

const schema = z.object({
  postId: z.uuid(),
  authorId: z.uuid(),
}) satisfies z.ZodType<PostsEvents["posts.PostDeleted.v1"]>;

export const whenPostDeleted = reaction<Tables, z.infer<typeof schema>>(schema, async (tx, { data }) => {
  await lockPeople(tx, [data.authorId]);
  await deletePost(tx, data.postId);
});
