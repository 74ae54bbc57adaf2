import { reaction } from "@sliceway/events";
import type { FriendsEvents } from "@sliceway/friends-contract";
import { z } from "zod";
import { fillTimeline, insertFriends } from "../db/friends.ts";
import { lockPeople } from "../db/lock-people.ts";
import type { Tables } from "../db/tables.ts";

const schema = z.object({
  userIds: z.tuple([z.uuid(), z.uuid()]),
  formedAt: z.iso.datetime(),
}) satisfies z.ZodType<FriendsEvents["friends.FriendshipFormed.v1"]>;

export const whenFriendshipFormed = reaction<Tables, z.infer<typeof schema>>(schema, async (tx, { data }) => {
  const [one, other] = data.userIds;
  await lockPeople(tx, data.userIds);
  await insertFriends(tx, data.userIds);
  await fillTimeline(tx, one, other);
  await fillTimeline(tx, other, one);
});
