import { parseReleaseRef } from "@sliceway/protocol";
import { readFigures, subtractTraffic } from "../canary/figures.ts";
import { currentPercent, showFigures } from "../canary/stages.ts";
import type { Context } from "../context.ts";
import type { StoredDeployment } from "../db/deployments.ts";
import { findCanaryEnd, readRouting } from "../db/routing.ts";
import { readTraffic } from "../db/traffic.ts";
import { holdsReleases } from "../db/vectors.ts";
import type { Comparison } from "./deployment/baselines.ts";
import type { CanaryFacts } from "./deployment/facts.ts";

export interface ComparedCanary {
  /** With the vector that the canary's visitors have now, and what was seen of it. */
  stored: StoredDeployment;
  facts: CanaryFacts | null;
}

/** Reads how a canary does beside what is live. Begins the comparison anew when one of the two has moved. */
export async function compareCanary(context: Context, stored: StoredDeployment): Promise<ComparedCanary> {
  const { db, now } = context;
  const { deployment } = stored;
  if (!deployment.canary) return { stored, facts: null };
  const routing = await readRouting(db, now());
  const own = routing.canaries.find((canary) => canary.deployment === deployment.id);
  const hasBegun = currentPercent(deployment) !== null;
  const reason = await findCanaryEnd(db, deployment.id);
  const endedBecause = reason ?? (hasBegun && !own ? "it was taken out of the routing" : null);
  const isLive = await holdsReleases(db, routing.live, deployment.releases);
  const nothing = { requests: 0, failed: 0, p95Ms: null };
  const idle = { isLive, endedBecause, elapsedMs: 0, figures: nothing, liveFigures: nothing };
  if (!own || routing.live === null) return { stored, facts: idle };

  const comparison = isSame(stored.comparison, own.vector, routing.live)
    ? stored.comparison
    : await beginComparison(context, own.vector, routing.live);
  const seen = await readSince(context, comparison, deployment.releases);
  const shown = showFigures(deployment, seen.figures, seen.liveFigures);
  const elapsedMs = now().getTime() - Date.parse(comparison.since);
  return {
    stored: { ...stored, comparison, deployment: { ...shown, vector: own.vector } },
    facts: { ...idle, elapsedMs, ...seen },
  };
}

/** From now on. */
export async function beginComparison(
  { db, now }: Context,
  canary: string,
  live: string,
): Promise<Comparison> {
  return {
    since: now().toISOString(),
    canary,
    canaryBefore: await readTraffic(db, canary),
    live,
    liveBefore: await readTraffic(db, live),
  };
}

function isSame(comparison: Comparison | null, canary: string, live: string): comparison is Comparison {
  return comparison !== null && comparison.canary === canary && comparison.live === live;
}

async function readSince({ db }: Context, comparison: Comparison, releases: readonly string[]) {
  const slices = releases.map((ref) => parseReleaseRef(ref).slice);
  const { canary, canaryBefore, live, liveBefore } = comparison;
  return {
    figures: readFigures(subtractTraffic(await readTraffic(db, canary), canaryBefore), slices),
    liveFigures: readFigures(subtractTraffic(await readTraffic(db, live), liveBefore), slices),
  };
}
