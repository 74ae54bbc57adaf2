import type { ColumnType } from "kysely";

type Moment = ColumnType<Date, Date | string, Date | string>;

export interface AuthoredTable {
  post_id: string;
  author_id: string;
  published_at: Moment;
}

export interface FriendTable {
  person_id: string;
  friend_id: string;
}

export interface TimelineTable extends AuthoredTable {
  owner_id: string;
}

export interface Tables {
  authored: AuthoredTable;
  friend: FriendTable;
  timeline: TimelineTable;
}
