import { reaction } from "@sliceway/events";
import type { FriendsEvents } from "@sliceway/friends-contract";
import { z } from "zod";
import { removePair } from "../db/friend-pairs.ts";
import type { Tables } from "../db/tables.ts";
import { hideFromEachOther } from "../db/timelines.ts";

const dataSchema = z.object({
  userIds: z.tuple([z.string(), z.string()]),
}) satisfies z.ZodType<FriendsEvents["friends.FriendshipEnded.v1"]>;

export const whenFriendshipEnded = reaction<Tables, z.infer<typeof dataSchema>>(
  dataSchema,
  async (tx, { data }) => {
    await removePair(tx, data.userIds);
    await hideFromEachOther(tx, data.userIds);
  },
);
