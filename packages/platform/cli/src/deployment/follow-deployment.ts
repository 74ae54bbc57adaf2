import { SlicewayError } from "@sliceway/errors";
import type { Deployment } from "@sliceway/protocol";
import { type RegistryClient, RegistryError } from "@sliceway/protocol/client";
import { retry, sleep } from "@sliceway/service-kit";
import type { Context } from "../context.ts";
import { renderProblem } from "../report/render-problem.ts";
import { errors } from "./deployment-errors.ts";
import { isHeld } from "./is-held.ts";
import { locateProblem } from "./locate-problem.ts";
import { createStepReport } from "./step-report.ts";

const POLL_MS = 150;
/** The registry may be started again meanwhile: the deployment goes on when it is back. */
const PATIENCE_MS = 30_000;

/**
 * Shows a deployment's steps until it has ended, or until its canary waits for somebody to promote it. Throws
 * SlicewayError `DEPLOYMENT_FAILED` after its problems. What had ended in the view `known` is not shown again.
 */
export async function followDeployment(
  { io, project }: Context,
  registry: RegistryClient,
  begun: Deployment,
  known?: Deployment,
): Promise<Deployment> {
  const report = createStepReport(io, known);
  let deployment = begun;
  for (report.show(deployment); isUnderWay(deployment); report.show(deployment)) {
    await sleep(POLL_MS, io.signal);
    deployment = await getDeployment(registry, begun.id);
  }
  if (deployment.state !== "failed") return deployment;
  for (const problem of deployment.problems) {
    io.warn(renderProblem(locateProblem(problem, project, io.cwd), io.colors));
  }
  throw new SlicewayError(
    errors.DEPLOYMENT_FAILED(`${deployment.releases.join(", ")} did not go live; what was live stays live.`),
  );
}

function isUnderWay(deployment: Deployment): boolean {
  return deployment.state === "running" && !isHeld(deployment);
}

function getDeployment(registry: RegistryClient, id: string): Promise<Deployment> {
  const retryIf = (error: unknown) =>
    error instanceof RegistryError && (error.status === 0 || error.status >= 500);
  return retry(() => registry.getDeployment(id), { untilMs: PATIENCE_MS, retryIf });
}
