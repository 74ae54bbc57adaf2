import { releaseRef } from "@sliceway/manifest";
import type { Context } from "../context.ts";
import { followDeployment } from "../deployment/follow-deployment.ts";
import { parseTargets } from "../deployment/parse-targets.ts";
import { prepareTarget } from "../deployment/prepare-target.ts";
import { connect } from "../platform/connect.ts";
import { changesBetween, readLive } from "../platform/live.ts";
import { renderLive } from "../report/render-live.ts";

/** Makes slices live as one set, following the registry through every step. Throws if they do not get there. */
export async function deploy(context: Context, names: string[]): Promise<void> {
  const targets = parseTargets(context.project, names);
  const connection = await connect(context);
  const { registry } = connection;
  const before = await readLive(registry);

  const releases = [];
  for (const target of targets) releases.push(await prepareTarget(context, connection, target, before));
  const changed = releases.filter(({ slice, id }) => before.releases[slice] !== id);
  if (changed.length === 0) {
    context.io.print(`Nothing to deploy: ${releases.map(releaseRef).join(", ")} is live.`);
    return;
  }
  await followDeployment(context, registry, await registry.createDeployment(changed.map(releaseRef)));
  await tellOutcome(context, connection, before);
}

async function tellOutcome(
  { io }: Context,
  { registry, gatewayUrl }: Awaited<ReturnType<typeof connect>>,
  before: Awaited<ReturnType<typeof readLive>>,
): Promise<void> {
  const after = await readLive(registry);
  const changes = changesBetween(before.releases, after.releases);
  io.print("");
  for (const line of renderLive(after, changes, io.colors)) io.print(line);
  io.print(`at    ${gatewayUrl}`);
  const back = changes.filter(({ slice }) => after.routing.rollback[slice]);
  for (const { slice } of back) io.print(`back  sliceway rollback ${slice}`);
}
