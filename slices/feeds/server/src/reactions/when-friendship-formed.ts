import { reaction } from "@sliceway/events";
import type { FriendsEvents } from "@sliceway/friends-contract";
import { z } from "zod";
import { insertPair } from "../db/friend-pairs.ts";
import type { Tables } from "../db/tables.ts";
import { showEachOther } from "../db/timelines.ts";

const dataSchema = z.object({
  userIds: z.tuple([z.string(), z.string()]),
  formedAt: z.iso.datetime(),
}) satisfies z.ZodType<FriendsEvents["friends.FriendshipFormed.v1"]>;

export const whenFriendshipFormed = reaction<Tables, z.infer<typeof dataSchema>>(
  dataSchema,
  async (tx, { data }) => {
    await insertPair(tx, data.userIds);
    await showEachOther(tx, data.userIds);
  },
);
