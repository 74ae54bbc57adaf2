import type { Context } from "../context.ts";
import { readEventsStatus } from "../events/read-events-status.ts";
import { renderEventsStatus } from "../report/render-events-status.ts";

/** Says what waits in each outbox and for each consumer, and what failed. Throws SlicewayError `NOT_RUNNING`. */
export async function eventsStatus(context: Context, { json }: { json: boolean }): Promise<void> {
  const { io } = context;
  const slices = await readEventsStatus(context);
  if (json) io.print(JSON.stringify({ slices }, null, 2));
  else for (const line of renderEventsStatus(slices, io.colors)) io.print(line);
}
