import { type Canary, visitorBucket } from "@sliceway/protocol";
import { freePercent, growRanges } from "../canary/bucket-ranges.ts";
import { beginStage } from "../canary/stages.ts";
import type { Context } from "../context.ts";
import type { Db } from "../db/db.ts";
import type { StoredDeployment } from "../db/deployments.ts";
import { beginComparison } from "./compare-canary.ts";
import { getRouting, writeRouting } from "./move-routing.ts";
import { isSameReach } from "./same-reach.ts";

interface Widening {
  percent: number;
  /** Who asks for it, and why. */
  by: string;
  cause: string;
}

export type Widened =
  | { kind: "widened"; revision: number; changes: Pick<StoredDeployment, "deployment" | "comparison"> }
  /** Other canaries have too many of the visitors. */
  | { kind: "no-room"; message: string }
  /** Somebody else was quicker: the same again from there. */
  | { kind: "moved" }
  /** What the candidate was checked against has changed before anybody had it. */
  | { kind: "unchecked" };

/** Gives `percent` of the visitors the candidate: those who have it already and others that no canary has. */
export async function widenCanary(
  context: Context,
  tx: Db,
  { deployment, baseRevision }: StoredDeployment,
  { percent, by, cause }: Widening,
): Promise<Widened> {
  const before = await getRouting(context);
  const own = before.canaries.find((canary) => canary.deployment === deployment.id);
  const vector = own?.vector ?? deployment.vector;
  if (vector === null || before.live === null) return { kind: "unchecked" };
  if (!own && !(await isSameReach(tx, before, baseRevision))) return { kind: "unchecked" };

  const others = before.canaries.filter((canary) => canary !== own);
  const taken = others.flatMap(({ ranges }) => ranges);
  const startAt = visitorBucket(deployment.id);
  const ranges = growRanges({ own: own?.ranges ?? [], others: taken, percent, startAt });
  if (!ranges) return { kind: "no-room", message: noRoom(percent, taken) };
  const canary: Canary = { deployment: deployment.id, releases: deployment.releases, vector, ranges };
  const next = { ...before, canaries: [...others, canary], by, cause, at: context.now() };
  const routing = await writeRouting(tx, before, next);
  if (!routing) return { kind: "moved" };
  const comparison = await beginComparison(context, tx, vector, before.live);
  const changes = { deployment: beginStage(deployment, percent, context.now()), comparison };
  return { kind: "widened", revision: routing.revision, changes };
}

function noRoom(percent: number, taken: Canary["ranges"]): string {
  return `There is no room for ${percent}%: other canaries leave ${freePercent(taken)}% of the visitors.`;
}
