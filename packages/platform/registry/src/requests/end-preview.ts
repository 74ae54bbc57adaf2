import type { Routing } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { commitChange } from "../routing/commit-change.ts";

/** Ends a preview before its time. Throws `PREVIEW_UNKNOWN`. */
export async function endPreview(context: Context, name: string, by: string): Promise<Routing> {
  return await commitChange(context, { kind: "end-preview", name, by });
}
