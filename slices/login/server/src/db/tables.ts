import type { ColumnType } from "kysely";

type Moment = ColumnType<Date, Date | string, Date | string>;

export interface AccountTable {
  id: string;
  handle: string;
  name: string;
  bio: string;
  avatar_url: string | null;
  password_hash: string | null;
  developer: boolean;
  created_at: Moment;
}

export interface SessionTable {
  id: string;
  token_hash: Buffer;
  account_id: string;
  created_at: Moment;
  expires_at: Moment;
}

export interface LoginAttemptTable {
  key: string;
  count: number;
  last_at: Moment;
}

export interface Tables {
  account: AccountTable;
  session: SessionTable;
  login_attempt: LoginAttemptTable;
}
