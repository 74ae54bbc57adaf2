import type { RegistryState } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { type EventsStatus, readEventsStatus } from "../events/read-events-status.ts";
import type { Connection } from "../platform/connect.ts";
import { readStatus } from "../platform/read-status.ts";
import type { WholeStatus } from "./status-view.ts";

/** All that there is to show. `events`: what was read of them before, where they need not be read again. */
export async function readWholeStatus(
  context: Context,
  connection: Connection,
  state: RegistryState,
  known?: EventsStatus[],
): Promise<WholeStatus> {
  const status = await readStatus(connection, state, context.home.run);
  // A database that is starting, or gone, must not keep the rest from being shown.
  const events = known ?? (await readEventsStatus(context).catch(() => []));
  return { ...status, events, deadLetters: countDead(events) };
}

function countDead(events: readonly EventsStatus[]): Record<string, number> {
  const counts = events.map(({ slice, parked }) => [slice, parked?.dead ?? 0] as const);
  return Object.fromEntries(counts.filter(([, dead]) => dead > 0));
}
