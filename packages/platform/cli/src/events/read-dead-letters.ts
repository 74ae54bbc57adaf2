import { SlicewayError } from "@sliceway/errors";
import { type DeadLetter, listDeadLetters } from "@sliceway/events";
import type { Context } from "../context.ts";
import { inSliceDatabase } from "./in-slice-database.ts";
import { listServers } from "./list-servers.ts";

/** A dead letter, and the slice that could not take it. */
export interface SliceDeadLetter extends DeadLetter {
  slice: string;
}

/** The dead letters of a slice, or without a name those of all; the oldest of each slice first. */
export async function readDeadLetters(
  context: Context,
  slice: string | undefined,
): Promise<SliceDeadLetter[]> {
  if (slice !== undefined) return ofSlice(context, slice);
  const servers = await listServers(context);
  const found = servers.map((server) => ofSlice(context, server.slice).catch(noneIfUnprepared));
  return (await Promise.all(found)).flat();
}

async function ofSlice(context: Context, slice: string): Promise<SliceDeadLetter[]> {
  const letters = await inSliceDatabase(context, slice, ({ db }) => listDeadLetters(db));
  return letters.map((letter) => ({ slice, ...letter }));
}

/** A server in another language may do without our event tables, or without a database. */
function noneIfUnprepared(error: unknown): SliceDeadLetter[] {
  if (error instanceof SlicewayError && ["EVENTS_MISSING", "SLICE_UNKNOWN"].includes(error.code)) return [];
  throw error;
}
