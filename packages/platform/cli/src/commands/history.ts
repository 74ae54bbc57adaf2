import type { Context } from "../context.ts";
import { connect } from "../platform/connect.ts";
import { renderHistory } from "../report/render-history.ts";

/** Says who changed what, newest first. Throws SlicewayError `NOT_RUNNING`. */
export async function history(context: Context, { json }: { json: boolean }): Promise<void> {
  const { io } = context;
  const { registry } = await connect(context);
  const entries = await registry.listAudit();
  if (json) io.print(JSON.stringify(entries, null, 2));
  else for (const line of renderHistory(entries, io.colors)) io.print(line);
}
