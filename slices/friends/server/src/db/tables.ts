// Made by `sliceway generate-db` from server/migrations and slice.json. Do not edit: the next run writes it anew.

import type { ColumnType } from "kysely";
import type { RelationEvent } from "../relation/event.ts";
import type { StandingState } from "../relation/standing.ts";

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface FriendshipEvent {
  at: Timestamp;
  data: ColumnType<{ by: string }, string, never>;
  stream: string;
  type: RelationEvent["type"];
  version: number;
}

export interface Person {
  folded_name: string;
  handle: string;
  id: string;
  name: string;
}

export interface Standing {
  other_id: string;
  person_id: string;
  since: Timestamp;
  state: StandingState;
}

export interface Tables {
  friendship_event: FriendshipEvent;
  person: Person;
  standing: Standing;
}
