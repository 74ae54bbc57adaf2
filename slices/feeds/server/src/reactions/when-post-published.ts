import { reaction } from "@sliceway/events";
import type { PostsEvents } from "@sliceway/posts-contract";
import { z } from "zod";
import { lockPeople } from "../db/lock-people.ts";
import { fanOut, insertAuthored } from "../db/posts.ts";
import type { Tables } from "../db/tables.ts";

const schema = z.object({
  postId: z.uuid(),
  authorId: z.uuid(),
  publishedAt: z.iso.datetime(),
}) satisfies z.ZodType<PostsEvents["posts.PostPublished.v1"]>;

export const whenPostPublished = reaction<Tables, z.infer<typeof schema>>(schema, async (tx, { data }) => {
  await lockPeople(tx, [data.authorId]);
  await insertAuthored(tx, data);
  await fanOut(tx, data);
});
