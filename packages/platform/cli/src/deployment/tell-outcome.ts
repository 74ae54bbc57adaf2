import { type Deployment, parseReleaseRef } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import type { Connection } from "../platform/connect.ts";
import { changesBetween, type Live, readLive } from "../platform/live.ts";
import { renderFigures } from "../report/render-figures.ts";
import { renderLive } from "../report/render-live.ts";
import { renderSwap } from "../report/render-swap.ts";
import { isHeld } from "./is-held.ts";
import { tellPreview } from "./tell-preview.ts";

/** Says what people get after a deployment, and how to go on or back. */
export async function tellOutcome(
  context: Context,
  connection: Connection,
  deployment: Deployment,
  before: Live,
): Promise<void> {
  context.io.print("");
  if (deployment.preview) await tellPreview(context, connection, deployment.preview);
  else if (isHeld(deployment)) tellHeld(context, deployment);
  else await tellLive(context, connection, deployment, before);
}

function tellHeld({ io }: Context, { canary, releases }: Deployment): void {
  const { bold, dim } = io.colors;
  const stage = canary?.stages.at(-1);
  const seen = stage ? dim(`  ${renderFigures(stage.canary)} so far`) : "";
  io.print(`canary ${bold(releases.join(" "))}  ${stage?.percent}% of the visitors${seen}`);
  const slice = parseReleaseRef(releases[0] ?? "").slice;
  io.print(`on    sliceway promote ${slice}`);
  io.print(`back  sliceway rollback ${slice}`);
}

async function tellLive(
  { io }: Context,
  { registry, gatewayUrl }: Connection,
  { report }: Deployment,
  before: Live,
): Promise<void> {
  const after = await readLive(registry);
  const changes = changesBetween(before.releases, after.releases);
  for (const line of renderLive(after, changes, io.colors)) io.print(line);
  io.print(`at    ${gatewayUrl}`);
  if (report?.old.vector) io.print(`swap  ${renderSwap(report)}`);
  const back = changes.filter(({ slice }) => after.routing.rollback[slice]);
  for (const { slice } of back) io.print(`back  sliceway rollback ${slice}`);
}
