import { SlicewayError } from "@sliceway/errors";
import { findPlatform, readSecrets, sliceDatabaseUrl } from "@sliceway/runtime";
import { createLogger, type Database, openDatabase } from "@sliceway/service-kit";
import type { Context } from "../context.ts";
import { notRunning } from "../platform/connect.ts";
import { sliceUnknown } from "../project/get-slice-dir.ts";
import { errors } from "./events-errors.ts";

export type SliceDatabase = Pick<Database<unknown>, "db" | "pool">;

/** What PostgreSQL answers where a slice has no database: no such role, or no such database. */
const MISSING = new Set(["28P01", "28000", "3D000"]);
/** No such table or column: nothing was ever deployed, or only a release that is older than this command. */
const UNPREPARED = new Set(["42P01", "42703"]);

/**
 * Runs `work` in a slice's database, as the slice's server sees it.
 * Throws SlicewayError `NOT_RUNNING`, `STILL_STARTING`, `SLICE_UNKNOWN` or `EVENTS_MISSING`.
 */
export async function inSliceDatabase<T>(
  context: Context,
  slice: string,
  work: (database: SliceDatabase) => Promise<T>,
): Promise<T> {
  const url = await findUrl(context, slice);
  const log = createLogger({ name: "cli", level: "silent" });
  await using database = openDatabase({ url, name: "sliceway cli", poolSize: 1 }, log);
  try {
    return await work(database);
  } catch (error) {
    throw explain(error, slice, context);
  }
}

async function findUrl({ home }: Context, slice: string): Promise<string> {
  const platform = await findPlatform(home.home);
  if (!platform) throw notRunning(home.home);
  if (!platform.databaseServer) throw stillStarting();
  return sliceDatabaseUrl(platform.databaseServer, slice, await readSecrets(home));
}

function explain(error: unknown, slice: string, { project }: Context): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (MISSING.has(code)) return sliceUnknown(slice, [...project.slices.keys()]);
  if (UNPREPARED.has(code)) return eventsMissing(slice);
  return error;
}

function stillStarting(): SlicewayError {
  return new SlicewayError(
    errors.STILL_STARTING("The platform is still starting; its databases are not up yet."),
  );
}

function eventsMissing(slice: string): SlicewayError {
  return new SlicewayError(
    errors.EVENTS_MISSING(`The database of ${slice} is not prepared for this.`, { slice }),
  );
}
