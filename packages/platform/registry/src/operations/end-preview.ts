import type { Preview, Routing } from "@sliceway/protocol";
import { retry } from "@sliceway/service-kit";
import type { Context } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { getRouting, routingMoved, writeRouting } from "./move-routing.ts";

/** Ends a preview before its time. Throws `PREVIEW_UNKNOWN`. */
export async function endPreview(context: Context, name: string, by: string): Promise<Routing> {
  const isRace = (error: unknown) => error instanceof Refusal && error.code === "ROUTING_MOVED";
  return await retry(() => tryEnd(context, name, by), { attempts: 5, retryIf: isRace });
}

async function tryEnd(context: Context, name: string, by: string): Promise<Routing> {
  const before = await getRouting(context);
  getPreview(before, name);
  const { [name]: _, ...previews } = before.previews;
  const next = { ...before, previews, by, cause: `end of the preview ${name}`, at: context.now() };
  const routing = await context.db.transaction().execute((tx) => writeRouting(tx, before, next));
  if (!routing) throw routingMoved(await getRouting(context));
  return routing;
}

/** A preview that is open. Throws `PREVIEW_UNKNOWN`. */
export function getPreview({ previews }: Routing, name: string): Preview {
  const preview = previews[name];
  if (preview) return preview;
  throw new Refusal(
    "PREVIEW_UNKNOWN",
    `There is no preview ${name}, or it is over.`,
    `Open it: sliceway deploy <slice> --preview ${name}.`,
  );
}
