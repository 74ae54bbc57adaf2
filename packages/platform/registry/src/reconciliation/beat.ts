import type { Context } from "../context.ts";
import { deleteExpiredLeases } from "../db/leases.ts";
import { endSilentDevSessions } from "../requests/end-dev-session.ts";
import { advanceDeployments } from "./advance-deployments.ts";
import { moveOldPages } from "./move-old-pages.ts";
import { retireDeployments } from "./retire-deployments.ts";
import { scheduleContractions } from "./schedule-contractions.ts";
import { tryEach } from "./try-each.ts";

const STEPS = [
  ({ db, now }: Context) => deleteExpiredLeases(db, now()),
  endSilentDevSessions,
  advanceDeployments,
  moveOldPages,
  scheduleContractions,
  retireDeployments,
];

/**
 * The registry's regular work: whatever waits for a fact or for the clock goes on. A step that fails holds up no other;
 * rejects with all that failed.
 */
export async function beat(context: Context): Promise<void> {
  await tryEach(STEPS, (step) => step(context));
}
