import { createReactions } from "@sliceway/events";
import { type ConsumedEvents, consumes } from "../contract.events.ts";
import type { Tables } from "../db/tables.ts";
import { whenFriendshipEnded } from "./when-friendship-ended.ts";
import { whenFriendshipFormed } from "./when-friendship-formed.ts";
import { whenPostDeleted } from "./when-post-deleted.ts";
import { whenPostPublished } from "./when-post-published.ts";

/**
 * How timelines are kept. Each slice's events come in their order, but two slices' in any: a post before or after
 * the friendship must give the same timeline.
 */
export const reactions = createReactions<Tables, ConsumedEvents>(consumes, {
  "posts.PostPublished.v1": whenPostPublished,
  "posts.PostDeleted.v1": whenPostDeleted,
  "friends.FriendshipFormed.v1": whenFriendshipFormed,
  "friends.FriendshipEnded.v1": whenFriendshipEnded,
});
