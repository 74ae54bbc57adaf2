import { createReactions } from "@sliceway/events";
import { type ConsumedEvents, consumes } from "../contract.events.ts";
import type { Tables } from "../db/tables.ts";
import { whenPersonChanged } from "./when-person-changed.ts";

/** How the people index is kept. */
export const reactions = createReactions<Tables, ConsumedEvents>(consumes, {
  "login.UserSignedUp.v1": whenPersonChanged,
  "login.ProfileUpdated.v1": whenPersonChanged,
});
