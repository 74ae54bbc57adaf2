import type { Reaction } from "@sliceway/events";
import type { ConsumedEvents } from "../contract.events.ts";
import { insertPair } from "../db/friend-pairs.ts";
import type { Tables } from "../db/tables.ts";
import { showEachOther } from "../db/timelines.ts";

type FriendshipFormed = ConsumedEvents["friends.FriendshipFormed.v1"];

export const whenFriendshipFormed: Reaction<Tables, FriendshipFormed> = async (tx, { data }) => {
  await insertPair(tx, data.userIds);
  await showEachOther(tx, data.userIds);
};
