import type { Context } from "../context.ts";
import { connect } from "../platform/connect.ts";
import { readState } from "../platform/read-state.ts";
import { readWholeStatus } from "../status/read-whole-status.ts";
import { renderStatus } from "../status/render-status.ts";
import { watchStatus } from "../status/watch-status.ts";

export interface StatusOptions {
  json: boolean;
  watch: boolean;
}

/** Says what is live, what runs and why, and what is under way; with `watch` again and again until Ctrl-C. */
export async function status(context: Context, { json, watch }: StatusOptions): Promise<void> {
  const { io } = context;
  if (watch) return await watchStatus(context, { json });
  const connection = await connect(context);
  const found = await readWholeStatus(context, connection, await readState(connection.registry));
  if (json) return io.print(JSON.stringify(found, null, 2));
  const width = io.terminal?.columns ?? Infinity;
  for (const line of renderStatus(found, { colors: io.colors, width, now: Date.now() })) io.print(line);
}
