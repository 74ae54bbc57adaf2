// Made by `sliceway generate-db` from server/migrations and slice.json. Do not edit: the next run writes it anew.

import type { ColumnType } from "kysely";

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface Entry {
  author_id: string;
  created_at: Timestamp;
  id: string;
  text: string;
}

export interface Tables {
  entry: Entry;
}
