import type { Context } from "../context.ts";
import { changeFriendship } from "../operations/change-friendship.ts";
import type { Command } from "../relation/decide.ts";

const wants =
  (command: Command) =>
  (_: unknown, { userId }: { userId: string }, context: Context) =>
    changeFriendship(context, command, userId);

export const Mutation = {
  sendFriendRequest: wants("send"),
  cancelFriendRequest: wants("cancel"),
  acceptFriendRequest: wants("accept"),
  declineFriendRequest: wants("decline"),
  unfriend: wants("unfriend"),
  block: wants("block"),
  unblock: wants("unblock"),
};
