import type { Reaction } from "@sliceway/events";
import type { ConsumedEvents } from "../contract.events.ts";
import { removeAuthored } from "../db/authored.ts";
import type { Tables } from "../db/tables.ts";

type PostDeleted = ConsumedEvents["posts.PostDeleted.v1"];

export const whenPostDeleted: Reaction<Tables, PostDeleted> = (tx, { data }) =>
  removeAuthored(tx, data.postId);
