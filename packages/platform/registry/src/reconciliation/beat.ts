import type { Context } from "../context.ts";
import { deleteExpiredLeases } from "../db/leases.ts";
import { endSilentDevSessions } from "../requests/end-dev-session.ts";
import { advanceDeployments } from "./advance-deployments.ts";
import { moveOldPages } from "./move-old-pages.ts";
import { publishState } from "./publish-state.ts";
import { retireDeployments } from "./retire-deployments.ts";
import { scheduleContractions } from "./schedule-contractions.ts";

/** The registry's regular work: whatever waits for a fact or for the clock goes on, and watchers hear of it. */
export async function beat(context: Context): Promise<void> {
  await deleteExpiredLeases(context.db, context.now());
  await endSilentDevSessions(context);
  await advanceDeployments(context);
  await moveOldPages(context);
  await scheduleContractions(context);
  await publishState(context);
  await retireDeployments(context);
}
