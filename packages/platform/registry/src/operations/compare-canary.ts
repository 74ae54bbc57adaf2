import { parseReleaseRef } from "@sliceway/protocol";
import { readFigures, subtractTraffic } from "../canary/figures.ts";
import { currentPercent, showFigures } from "../canary/stages.ts";
import type { Context } from "../context.ts";
import { findCanaryEnd } from "../db/canary-ends.ts";
import type { Db } from "../db/db.ts";
import type { StoredDeployment } from "../db/deployments.ts";
import { readTraffic } from "../db/traffic.ts";
import { holdsReleases } from "../db/vectors.ts";
import type { Comparison } from "../deployment/baselines.ts";
import type { CanaryFacts } from "../deployment/facts.ts";
import { getRouting } from "./move-routing.ts";

export interface ComparedCanary {
  /** With the vector that the canary's visitors have now, and what was seen of it. */
  stored: StoredDeployment;
  facts: CanaryFacts | null;
}

/** Reads how a canary does beside what is live. Begins the comparison anew when one of the two has moved. */
export async function compareCanary(
  context: Context,
  tx: Db,
  stored: StoredDeployment,
): Promise<ComparedCanary> {
  const { deployment } = stored;
  if (!deployment.canary) return { stored, facts: null };
  const routing = await getRouting(context);
  const own = routing.canaries.find((canary) => canary.deployment === deployment.id);
  const hasBegun = currentPercent(deployment) !== null;
  const reason = await findCanaryEnd(tx, deployment.id);
  const endedBecause = reason ?? (hasBegun && !own ? "it was taken out of the routing" : null);
  const isLive = await holdsReleases(tx, routing.live, deployment.releases);
  const nothing = { requests: 0, failed: 0, p95Ms: null };
  const idle = { isLive, endedBecause, elapsedMs: 0, figures: nothing, liveFigures: nothing };
  if (!own || routing.live === null) return { stored, facts: idle };

  const comparison = isSame(stored.comparison, own.vector, routing.live)
    ? stored.comparison
    : await beginComparison(context, tx, own.vector, routing.live);
  const seen = await readSince(tx, comparison, deployment.releases);
  const shown = showFigures(deployment, seen.figures, seen.liveFigures);
  const elapsedMs = context.now().getTime() - Date.parse(comparison.since);
  return {
    stored: { ...stored, comparison, deployment: { ...shown, vector: own.vector } },
    facts: { ...idle, elapsedMs, ...seen },
  };
}

/** From now on. */
export async function beginComparison(
  { now }: Context,
  tx: Db,
  canary: string,
  live: string,
): Promise<Comparison> {
  return {
    since: now().toISOString(),
    canary,
    canaryBefore: await readTraffic(tx, canary),
    live,
    liveBefore: await readTraffic(tx, live),
  };
}

function isSame(comparison: Comparison | null, canary: string, live: string): comparison is Comparison {
  return comparison !== null && comparison.canary === canary && comparison.live === live;
}

async function readSince(tx: Db, comparison: Comparison, releases: readonly string[]) {
  const slices = releases.map((ref) => parseReleaseRef(ref).slice);
  const { canary, canaryBefore, live, liveBefore } = comparison;
  return {
    figures: readFigures(subtractTraffic(await readTraffic(tx, canary), canaryBefore), slices),
    liveFigures: readFigures(subtractTraffic(await readTraffic(tx, live), liveBefore), slices),
  };
}
