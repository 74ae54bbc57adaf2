import type { Kysely } from "kysely";

/** An event in the log of all slices. */
export interface LoggedEvent {
  id: string;
  source: string;
  type: string;
  subject: string;
  time: Date;
  data: unknown;
}

export interface LogTables {
  "sliceway.log": LoggedEvent & { position: string };
}

/** The log of all events, oldest first. */
export async function listLog(db: Kysely<LogTables>): Promise<LoggedEvent[]> {
  return db
    .selectFrom("sliceway.log")
    .select(["id", "source", "type", "subject", "time", "data"])
    .orderBy("position")
    .execute();
}
