import { isDeepStrictEqual } from "node:util";
import type { Deployment, RegistryState } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { listRetiring, lockDone, type StoredDeployment, updateDeployment } from "../db/deployments.ts";
import { evaluateRetired } from "./deployment/evaluate-retired.ts";
import { readSwap } from "./report-swap.ts";
import { applyStep } from "./step-result.ts";
import { tryEach } from "./try-each.ts";

/** Follows what deployments replaced until its servers are gone. The report of the last swap goes on counting. */
export async function retireDeployments(context: Context): Promise<void> {
  const { latest } = context.feed;
  if (!latest) return;
  const deployments = (await listRetiring(context.db)).filter((one) => needsLook(one, latest));
  await tryEach(deployments, ({ id }) => retire(context, id, latest));
}

/** Many may wait for their last pages at the same time; only what has news is taken from the database. */
function needsLook(deployment: Deployment, state: RegistryState): boolean {
  const { detail } = deployment.steps.at(-1) ?? {};
  const progress = evaluateRetired(deployment.report?.replaced ?? [], state);
  return isCurrent(deployment, state) || progress.kind !== "wait" || progress.detail !== detail;
}

/** Nothing has gone live after it. */
function isCurrent({ report }: Deployment, { routing }: RegistryState): boolean {
  return report !== null && report.new.vector === routing.live;
}

async function retire(context: Context, id: string, state: RegistryState): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const stored = await lockDone(tx, id);
    const step = stored?.deployment.steps.at(-1);
    if (!stored || step?.name !== "retire" || step.state !== "running") return;
    // Another registry may have carried it on, and this one has not seen what came of it.
    if (state.routing.revision < (stored.shiftedRevision ?? 0)) return;
    const next = await takeStock({ ...context, db: tx }, stored, state);
    if (!isDeepStrictEqual(next, stored)) await updateDeployment(tx, next);
  });
}

async function takeStock(
  context: Context,
  stored: StoredDeployment,
  state: RegistryState,
): Promise<StoredDeployment> {
  const { deployment } = stored;
  const report = isCurrent(deployment, state) ? await readSwap(context, stored) : deployment.report;
  const progress = evaluateRetired(report?.replaced ?? [], state);
  const reported = { ...stored, deployment: { ...deployment, report } };
  return progress.kind === "wait" || progress.kind === "pass"
    ? applyStep(reported, { outcome: progress }, context.now())
    : reported;
}
