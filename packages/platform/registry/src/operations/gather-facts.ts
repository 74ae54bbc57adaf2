import type { Context } from "../context.ts";
import { listServers } from "../db/changed-servers.ts";
import type { Db } from "../db/db.ts";
import type { StoredDeployment } from "../db/deployments.ts";
import { listGateways } from "../db/gateways.ts";
import { listInstances } from "../db/leases.ts";
import { listReports } from "../db/reports.ts";
import type { CanaryFacts, Facts } from "../deployment/facts.ts";

/** A gateway that was silent for longer is not waited for. */
const GATEWAY_SILENCE_MS = 10_000;

/** All that the next step of a deployment is decided by. */
export async function gatherFacts(
  { now }: Context,
  tx: Db,
  { deployment, shiftedRevision }: StoredDeployment,
  canary: CanaryFacts | null,
): Promise<Facts> {
  const { releases, preview } = deployment;
  return {
    now: now(),
    servers: await listServers(tx, releases, preview?.isolated),
    reports: await listReports(tx, releases),
    instances: await listInstances(tx, now()),
    gateways: await listGateways(tx, new Date(now().getTime() - GATEWAY_SILENCE_MS)),
    shiftedRevision,
    canary,
  };
}
