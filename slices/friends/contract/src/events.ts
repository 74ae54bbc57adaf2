/** Events that friends publishes. The aggregate is the pair; `subject` is both ids, sorted, joined by ":". */
export interface FriendsEvents {
  "friends.FriendshipFormed.v1": { userIds: [string, string]; formedAt: string };
  "friends.FriendshipEnded.v1": { userIds: [string, string] };
}
