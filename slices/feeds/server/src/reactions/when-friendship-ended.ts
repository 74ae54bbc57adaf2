import type { Reaction } from "@sliceway/events";
import type { ConsumedEvents } from "../contract.events.ts";
import { removePair } from "../db/friend-pairs.ts";
import type { Tables } from "../db/tables.ts";
import { hideFromEachOther } from "../db/timelines.ts";

type FriendshipEnded = ConsumedEvents["friends.FriendshipEnded.v1"];

export const whenFriendshipEnded: Reaction<Tables, FriendshipEnded> = async (tx, { data }) => {
  await removePair(tx, data.userIds);
  await hideFromEachOther(tx, data.userIds);
};
