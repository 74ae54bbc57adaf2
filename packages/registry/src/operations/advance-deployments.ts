import type { Deployment } from "@sliceway/manifest";
import type { Context } from "../context.ts";
import { listServers } from "../db/changed-servers.ts";
import type { Db } from "../db/db.ts";
import { listRunning, lockRunning, type StoredDeployment, updateDeployment } from "../db/deployments.ts";
import { listGateways } from "../db/gateways.ts";
import { listInstances } from "../db/leases.ts";
import { listReports } from "../db/reports.ts";
import { advance } from "../deployment/advance.ts";
import type { Facts } from "../deployment/facts.ts";
import { applyProgress, runningStep } from "../deployment/steps.ts";
import { checkCandidate } from "./check-candidate.ts";
import { shiftRouting } from "./shift-routing.ts";

/** A gateway that was silent for longer is not waited for. */
const GATEWAY_SILENCE_MS = 10_000;

/** Carries every running deployment as far as it can go now. One that fails to move does not hold up the others. */
export async function advanceDeployments(context: Context): Promise<void> {
  for (const { id } of await listRunning(context.db)) {
    await advanceFar(context, id).catch((err: unknown) => {
      context.log.error({ err, deployment: id }, "a deployment could not be moved; it is tried again");
    });
  }
}

async function advanceFar(context: Context, id: string): Promise<void> {
  while (await advanceOnce(context, id));
}

/** One step, in one transaction; resolves to whether there may be more to do at once. */
async function advanceOnce(context: Context, id: string): Promise<boolean> {
  return await context.db.transaction().execute(async (tx) => {
    const stored = await lockRunning(tx, id);
    if (!stored) return false;
    const next = await takeStep(context, tx, stored);
    if (JSON.stringify(next) === JSON.stringify(stored)) return false;
    await updateDeployment(tx, next);
    logProgress(context, stored.deployment, next.deployment);
    return next.deployment.state === "running";
  });
}

async function takeStep(context: Context, tx: Db, stored: StoredDeployment): Promise<StoredDeployment> {
  const progress = advance(stored.deployment, await gatherFacts(context, tx, stored));
  if (progress.kind !== "act")
    return { ...stored, deployment: applyProgress(stored.deployment, progress, context.now()) };
  const act = progress.action === "check" ? checkCandidate : shiftRouting;
  const { outcome, ...revisions } = await act(context, tx, stored);
  return { ...stored, ...revisions, deployment: applyProgress(stored.deployment, outcome, context.now()) };
}

async function gatherFacts({ now }: Context, tx: Db, stored: StoredDeployment): Promise<Facts> {
  const { releases } = stored.deployment;
  return {
    now: now(),
    servers: await listServers(tx, releases),
    reports: await listReports(tx, releases),
    instances: await listInstances(tx, now()),
    gateways: await listGateways(tx, new Date(now().getTime() - GATEWAY_SILENCE_MS)),
    shiftedRevision: stored.shiftedRevision,
  };
}

function logProgress({ log }: Context, before: Deployment, { id, state, steps, problems }: Deployment): void {
  const { name } = runningStep(before);
  const step = steps.find((candidate) => candidate.name === name);
  if (state === "failed") log.warn({ deployment: id, step: name, problems }, "deployment failed");
  else if (step?.state === "done")
    log.info({ deployment: id, step: name, detail: step.detail }, "deployment step done");
}
