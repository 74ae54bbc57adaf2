import type { Context } from "../context.ts";
import { followDeployment } from "../deployment/follow-deployment.ts";
import { parsePercent } from "../deployment/parse-canary.ts";
import { tellOutcome } from "../deployment/tell-outcome.ts";
import { connect } from "../platform/connect.ts";
import { readLive } from "../platform/live.ts";

/**
 * Moves a slice's canary to its next share of the visitors, or to `to` percent, and follows it. Throws SlicewayError:
 * `NOT_RUNNING`, `CANARY_MISSPELT`, `NO_CANARY`, `CANARY_STAYS`, `DEPLOYMENT_FAILED`.
 */
export async function promote(context: Context, slice: string, { to }: { to?: string }): Promise<void> {
  const percent = to === undefined ? undefined : parsePercent(to);
  const connection = await connect(context);
  const { registry } = connection;
  const before = await readLive(registry);
  const begun = await registry.promote(slice, percent);
  if (begun.state === "done") context.io.print(`${begun.releases.join(" ")} has all visitors already`);
  const deployment = await followDeployment(context, registry, begun, begun);
  await tellOutcome(context, connection, deployment, before);
}
