// Made by `sliceway generate-db` from server/migrations and slice.json. Do not edit: the next run writes it anew.

import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface Account {
  avatar_url: string | null;
  bio: Generated<string>;
  created_at: Timestamp;
  developer: Generated<boolean>;
  handle: string;
  id: string;
  name: string;
  password_hash: string | null;
}

export interface LoginAttempt {
  count: number;
  key: string;
  last_at: Timestamp;
}

export interface Session {
  account_id: string;
  created_at: Timestamp;
  expires_at: Timestamp;
  id: string;
  token_hash: Buffer;
}

export interface Tables {
  account: Account;
  login_attempt: LoginAttempt;
  session: Session;
}
