import type { Insertable, Transaction } from "kysely";
import type { RelationEvent } from "../relation/event.ts";
import type { Tables } from "./tables.ts";

/** Oldest first. The number of events is the stream's version. */
export async function listEvents(tx: Transaction<Tables>, stream: string): Promise<RelationEvent[]> {
  const rows = await tx
    .selectFrom("friendship_event")
    .select(["type", "data", "at"])
    .where("stream", "=", stream)
    .orderBy("version")
    .execute();
  return rows.map(({ type, data, at }) => ({ type, by: data.by, at }));
}

/** Fails with `isConflict` if somebody else wrote to the stream since it had that version. */
export async function appendEvents(
  tx: Transaction<Tables>,
  stream: string,
  version: number,
  events: RelationEvent[],
): Promise<void> {
  const rows = events.map((event, index) => eventRow(stream, version + index + 1, event));
  if (rows.length > 0) await tx.insertInto("friendship_event").values(rows).execute();
}

export function eventRow(
  stream: string,
  version: number,
  { type, by, at }: RelationEvent,
): Insertable<Tables["friendship_event"]> {
  return { stream, version, type, data: JSON.stringify({ by }), at };
}

/** PostgreSQL's unique_violation: the version was taken. */
export function isConflict(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "23505";
}
