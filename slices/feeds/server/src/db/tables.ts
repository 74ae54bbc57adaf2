// Made by `sliceway generate-db` from server/migrations and slice.json. Do not edit: the next run writes it anew.

import type { ColumnType } from "kysely";

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface Authored {
  author_id: string;
  post_id: string;
  published_at: Timestamp;
}

export interface FriendPair {
  friend_id: string;
  user_id: string;
}

export interface Timeline {
  author_id: string;
  owner_id: string;
  post_id: string;
  published_at: Timestamp;
}

export interface Tables {
  authored: Authored;
  friend_pair: FriendPair;
  timeline: Timeline;
}
