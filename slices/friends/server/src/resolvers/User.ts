import type { PageArgs } from "@sliceway/subgraph-kit";
import type { Context } from "../context.ts";
import { getFriendship } from "../operations/get-friendship.ts";
import { listFriendRequests } from "../operations/list-friend-requests.ts";
import { listFriends } from "../operations/list-friends.ts";
import { isUserId, type UserReference } from "../user-reference.ts";

export const User = {
  __resolveReference: ({ id }: UserReference) => (isUserId(id) ? { id } : null),
  friends: ({ id }: UserReference, page: PageArgs, context: Context) => listFriends(context, id, page),
  friendCount: ({ id }: UserReference, _: unknown, { loaders }: Context) => loaders.friendCount.load(id),
  friendship: ({ id }: UserReference, _: unknown, context: Context) => getFriendship(context, id),
  friendRequests: ({ id }: UserReference, page: PageArgs, context: Context) =>
    listFriendRequests(context, id, page),
};
