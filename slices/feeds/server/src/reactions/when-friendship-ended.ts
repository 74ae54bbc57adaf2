import { reaction } from "@sliceway/events";
import type { FriendsEvents } from "@sliceway/friends-contract";
import { z } from "zod";
import { clearTimeline, deleteFriends } from "../db/friends.ts";
import { lockPeople } from "../db/lock-people.ts";
import type { Tables } from "../db/tables.ts";

const schema = z.object({
  userIds: z.tuple([z.uuid(), z.uuid()]),
}) satisfies z.ZodType<FriendsEvents["friends.FriendshipEnded.v1"]>;

export const whenFriendshipEnded = reaction<Tables, z.infer<typeof schema>>(schema, async (tx, { data }) => {
  const [one, other] = data.userIds;
  await lockPeople(tx, data.userIds);
  await deleteFriends(tx, data.userIds);
  await clearTimeline(tx, one, other);
  await clearTimeline(tx, other, one);
});
