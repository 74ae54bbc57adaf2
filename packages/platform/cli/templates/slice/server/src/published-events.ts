import type { AnyNewEvent } from "@sliceway/events";
import type { PublishedEvents } from "./contract.events.ts";
import type { Entry } from "./entry.ts";

export function entryAdded({ id, authorId, createdAt }: Entry): AnyNewEvent<PublishedEvents> {
  const addedAt = createdAt.toISOString();
  return {
    type: "slice-name.EntryAdded.v1",
    subject: id,
    time: addedAt,
    data: { entryId: id, authorId, addedAt },
  };
}
