import type { ColumnType } from "kysely";
import type { RelationEvent } from "../relation/event.ts";
import type { StandingState } from "../relation/standing.ts";

type Moment = ColumnType<Date, Date | string, Date | string>;

export interface FriendshipEventTable {
  stream: string;
  version: number;
  type: RelationEvent["type"];
  data: ColumnType<{ by: string }, string, never>;
  at: Moment;
}

export interface StandingTable {
  person_id: string;
  other_id: string;
  state: StandingState;
  since: Moment;
}

export interface PersonTable {
  id: string;
  handle: string;
  name: string;
  folded_name: string;
}

export interface Tables {
  friendship_event: FriendshipEventTable;
  standing: StandingTable;
  person: PersonTable;
}
