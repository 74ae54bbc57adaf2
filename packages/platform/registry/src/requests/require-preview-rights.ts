import { type Caller, requireRightsToReleases } from "../access/caller.ts";
import type { Context } from "../context.ts";
import { listRunningDeployments } from "../db/deployments.ts";
import { readRouting } from "../db/routing.ts";

/** Throws `RIGHT_MISSING` if the preview of that name, open or on its way, shows slices that are not the caller's. */
export async function requirePreviewRights(context: Context, name: string, caller: Caller): Promise<void> {
  const open = (await readRouting(context.db, context.now())).previews[name]?.releases ?? [];
  const coming = (await listRunningDeployments(context.db)).filter(({ preview }) => preview?.name === name);
  requireRightsToReleases(caller, [...open, ...coming.flatMap(({ releases }) => releases)]);
}
