import {
  countParked,
  type Lag,
  type OutboxBacklog,
  type ParkedCount,
  readOutboxBacklog,
} from "@sliceway/events";
import type { Context } from "../context.ts";
import { inSliceDatabase } from "./in-slice-database.ts";
import { type LiveServer, listServers } from "./list-servers.ts";
import { scrapeLag } from "./scrape-lag.ts";

/** What `sliceway events status --json` prints of a slice. */
export interface EventsStatus {
  slice: string;
  /** What the slice tells and the transport has not taken yet; null if its database does not say. */
  outbox: OutboxBacklog | null;
  /** What it was told and could not take; null if its database does not say. */
  parked: ParkedCount | null;
  /** How far it is behind each slice that it listens to; null if no server of it listens. */
  sources: Lag[] | null;
  /** Why the database does not say; null if it does. */
  problem: string | null;
}

/** Of each live slice that has a server, by name. */
export async function readEventsStatus(context: Context): Promise<EventsStatus[]> {
  const servers = await listServers(context);
  return Promise.all(servers.map((server) => readSlice(context, server)));
}

async function readSlice(context: Context, { slice, urls }: LiveServer): Promise<EventsStatus> {
  const fromDatabase = inSliceDatabase(context, slice, async ({ db, pool }) => ({
    outbox: await readOutboxBacklog(pool),
    parked: await countParked(db, slice),
    problem: null,
  })).catch((error: Error) => ({ outbox: null, parked: null, problem: error.message }));
  const [stored, sources] = await Promise.all([fromDatabase, scrapeLag(urls)]);
  return { slice, ...stored, sources };
}
