import { isDeepStrictEqual } from "node:util";
import type { Deployment } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { listRunningDeployments, lockRunning, updateDeployment } from "../db/deployments.ts";
import { attemptChange } from "../routing/commit-change.ts";
import { runningStep } from "./deployment/steps.ts";
import { takeStep } from "./take-step.ts";

/** Carries every running deployment as far as it can go now. One that fails to move does not hold up the others. */
export async function advanceDeployments(context: Context): Promise<void> {
  for (const { id } of await listRunningDeployments(context.db)) {
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
  return await attemptChange(context, async (attempt) => {
    const stored = await lockRunning(attempt.db, id);
    if (!stored) return false;
    const next = await takeStep(attempt, stored);
    if (isDeepStrictEqual(next, stored)) return false;
    await updateDeployment(attempt.db, next);
    logProgress(context, stored.deployment, next.deployment);
    return next.deployment.state === "running";
  });
}

function logProgress({ log }: Context, before: Deployment, { id, state, steps, problems }: Deployment): void {
  const { name } = runningStep(before);
  const step = steps.find((candidate) => candidate.name === name);
  if (state === "failed") log.warn({ deployment: id, step: name, problems }, "deployment failed");
  else if (step?.state === "done")
    log.info({ deployment: id, step: name, detail: step.detail }, "deployment step done");
}
