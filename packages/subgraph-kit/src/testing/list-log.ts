import { type Logger, openDatabase } from "@sliceway/service-kit";

/** An event in the log of all slices. */
export interface LoggedEvent {
  id: string;
  source: string;
  type: string;
  subject: string;
  time: Date;
  data: unknown;
}

interface LogTables {
  "sliceway.log": LoggedEvent & { position: string };
}

/** The log of all events, oldest first. */
export async function listLog(eventsUrl: string, log: Logger): Promise<LoggedEvent[]> {
  await using database = openDatabase<LogTables>({ url: eventsUrl, name: "test", poolSize: 1 }, log);
  return database.db
    .selectFrom("sliceway.log")
    .select(["id", "source", "type", "subject", "time", "data"])
    .orderBy("position")
    .execute();
}
