import type { Reaction } from "@sliceway/events";
import type { ConsumedEvents } from "../contract.events.ts";
import { upsertPerson } from "../db/people.ts";
import type { Tables } from "../db/tables.ts";

type PersonChanged = ConsumedEvents[keyof ConsumedEvents];

/** Keeps the people index: each event carries all of a person, and a person's events come in order. */
export const whenPersonChanged: Reaction<Tables, PersonChanged> = (tx, { data }) =>
  upsertPerson(tx, { id: data.userId, handle: data.handle, name: data.name });
