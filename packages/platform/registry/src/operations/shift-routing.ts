import type { Context } from "../context.ts";
import type { Db } from "../db/db.ts";
import type { StoredDeployment } from "../db/deployments.ts";
import { holdsReleases, readOutlines } from "../db/vectors.ts";
import { listRevoked } from "../routing/list-revoked.ts";
import { getRouting, writeRouting } from "./move-routing.ts";
import { prepareWays } from "./prepare-ways.ts";
import { isSameReach } from "./same-reach.ts";
import type { StepResult } from "./take-step.ts";

/**
 * Makes the candidate live if what it was checked against still holds. That of a canary always stands on what is live:
 * it is made anew whenever that moves.
 */
export async function shiftRouting(
  context: Context,
  tx: Db,
  { deployment, baseRevision }: StoredDeployment,
): Promise<StepResult> {
  const { id, by } = deployment;
  const before = await getRouting(context);
  const own = before.canaries.find((canary) => canary.deployment === id);
  const live = own?.vector ?? deployment.vector;
  if (live === null) return { outcome: { kind: "restart" } };
  if (await holdsReleases(tx, before.live, deployment.releases)) return pass(before.revision, "live already");
  if (deployment.canary && !own) return wait("the canary is no longer in the routing");
  const after = (await readOutlines(tx, [live])).get(live)?.releases ?? {};
  const isChecked = own !== undefined || (await isSameReach(tx, before, baseRevision));
  if (!isChecked || listRevoked(before, after).length > 0) return { outcome: { kind: "restart" } };
  const { ended, ...ways } = await prepareWays(context, { before, after, except: id });
  const next = { ...before, ...ways, live, by, cause: `deployment ${id}`, at: context.now() };
  const routing = await writeRouting(tx, before, next, ended);
  if (routing) return pass(routing.revision, `revision ${routing.revision}`);
  return own ? wait("the routing moved meanwhile") : { outcome: { kind: "restart" } };
}

function wait(detail: string): StepResult {
  return { outcome: { kind: "wait", detail } };
}

function pass(shiftedRevision: number, detail: string): StepResult {
  return { outcome: { kind: "pass", detail }, shiftedRevision };
}
