import { releaseRef } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { followDeployment } from "../deployment/follow-deployment.ts";
import { type MannerOptions, parseManner } from "../deployment/parse-manner.ts";
import { parseTargets } from "../deployment/parse-targets.ts";
import { prepareTarget } from "../deployment/prepare-target.ts";
import { tellOutcome } from "../deployment/tell-outcome.ts";
import { connect } from "../platform/connect.ts";
import { readLive } from "../platform/live.ts";

/**
 * Makes slices live as one set, at once or as a canary, or opens a preview of them, following the registry through
 * every step. Throws if they do not get there.
 */
export async function deploy(context: Context, names: string[], options: MannerOptions = {}): Promise<void> {
  const targets = parseTargets(context.project, names);
  const manner = parseManner(options);
  const connection = await connect(context);
  const { registry } = connection;
  const before = await readLive(registry);

  const releases = [];
  for (const target of targets) releases.push(await prepareTarget(context, connection, target, before));
  // What is live already can be looked at as well: a pipeline goes on whatever was changed.
  const changed = manner.preview
    ? releases
    : releases.filter(({ slice, id }) => before.releases[slice] !== id);
  if (changed.length === 0) {
    context.io.print(`Nothing to deploy: ${releases.map(releaseRef).join(", ")} is live.`);
    return;
  }
  const begun = await registry.createDeployment(changed.map(releaseRef), manner);
  await tellOutcome(context, connection, await followDeployment(context, registry, begun), before);
}
