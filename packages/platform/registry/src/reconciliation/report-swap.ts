import { type Deployment, releaseRef, type SwapReport } from "@sliceway/protocol";
import { countFailed, subtractTraffic } from "../canary/figures.ts";
import type { Context } from "../context.ts";
import type { Db } from "../db/db.ts";
import type { StoredDeployment } from "../db/deployments.ts";
import { countPages } from "../db/gateways.ts";
import { listPinned } from "../db/pins.ts";
import { readRouting, readRoutingAt } from "../db/routing.ts";
import { readTraffic } from "../db/traffic.ts";
import { readOutlines } from "../db/vectors.ts";
import type { SwapBaseline } from "./deployment/baselines.ts";

/** Notes what was counted when a deployment is about to take over, and reports on the swap once it has. */
export async function reportSwap(
  context: Context,
  before: StoredDeployment,
  next: StoredDeployment,
): Promise<StoredDeployment> {
  if (isAt(next, "shift") && !isAt(before, "shift"))
    return { ...next, swap: await beginSwap(context, next.deployment) };
  if (next.deployment.state !== "done" || next.deployment.preview) return next;
  const report = await readSwap(context, next);
  return { ...next, deployment: { ...next.deployment, report } };
}

async function beginSwap({ db, now }: Context, { id, ...deployment }: Deployment): Promise<SwapBaseline> {
  const { live: old, canaries } = await readRouting(db, now());
  // What is live may have moved since the deployment looked at its canary.
  const vector = canaries.find((canary) => canary.deployment === id)?.vector ?? deployment.vector;
  return { old, oldBefore: await readTraffic(db, old), newBefore: await readTraffic(db, vector) };
}

/** What was answered on both sides so far, and who still holds on to what was replaced. */
export async function readSwap(
  { db, now }: Context,
  { deployment, swap, shiftedRevision }: StoredDeployment,
): Promise<SwapReport | null> {
  const { vector } = deployment;
  if (!swap || vector === null || shiftedRevision === null) return null;
  const [oldSince, newSince] = [
    subtractTraffic(await readTraffic(db, swap.old), swap.oldBefore),
    subtractTraffic(await readTraffic(db, vector), swap.newBefore),
  ];
  const replaced = await listReplaced(db, vector, shiftedRevision);
  const pinned = await listHolding(db, now(), replaced);
  const pages = await countPages(db, now());
  return {
    old: { vector: swap.old, requests: oldSince.requests, failed: countFailed(oldSince) },
    new: { vector, requests: newSince.requests, failed: countFailed(newSince) },
    replaced,
    pinned,
    pages: pinned.reduce((total, vector) => total + (pages.get(vector) ?? 0), 0),
  };
}

/** Releases that were live until `revision`, and are not in the vector that went live by it. */
async function listReplaced(db: Db, vector: string, revision: number): Promise<string[]> {
  const before = (await readRoutingAt(db, revision - 1))?.live ?? null;
  const outlines = await readOutlines(db, before === null ? [vector] : [vector, before]);
  const after = outlines.get(vector)?.releases ?? {};
  return Object.entries(outlines.get(before ?? "")?.releases ?? {})
    .filter(([slice, id]) => after[slice] !== id)
    .map(([slice, id]) => releaseRef({ slice, id }));
}

/** Pinned vectors that hold one of the releases. */
async function listHolding(db: Db, now: Date, refs: readonly string[]): Promise<string[]> {
  const pinned = await listPinned(db, now);
  const outlines = await readOutlines(db, pinned);
  return pinned.filter((vector) =>
    Object.entries(outlines.get(vector)?.releases ?? {}).some(([slice, id]) =>
      refs.includes(`${slice}@${id}`),
    ),
  );
}

function isAt({ deployment }: StoredDeployment, name: string): boolean {
  return deployment.steps.some((step) => step.name === name && step.state === "running");
}
