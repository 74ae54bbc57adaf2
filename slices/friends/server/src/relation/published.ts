import type { AnyNewEvent } from "@sliceway/events";
import type { PublishedEvents } from "../contract.events.ts";
import { type Pair, streamOf } from "./pair.ts";
import type { Relation } from "./relation.ts";

/** What is published when a relation went from one state to another; most steps concern nobody else. */
export function publishedEvents(
  pair: Pair,
  before: Relation,
  after: Relation,
): AnyNewEvent<PublishedEvents>[] {
  const subject = streamOf(pair);
  const userIds: [string, string] = [...pair];
  if (before.bond.kind !== "friends" && after.bond.kind === "friends") {
    const formedAt = after.bond.since.toISOString();
    return [{ type: "friends.FriendshipFormed.v1", subject, data: { userIds, formedAt }, time: formedAt }];
  }
  if (before.bond.kind === "friends" && after.bond.kind !== "friends") {
    return [{ type: "friends.FriendshipEnded.v1", subject, data: { userIds } }];
  }
  return [];
}
