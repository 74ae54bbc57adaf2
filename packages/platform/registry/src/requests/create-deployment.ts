import { randomBytes } from "node:crypto";
import { type CanaryPlan, type Deployment, type Problem, parseReleaseRef } from "@sliceway/protocol";
import type { DeploymentRequest } from "@sliceway/protocol/api";
import { type Caller, requireRights } from "../access/caller.ts";
import { freePercent } from "../canary/bucket-ranges.ts";
import { releaseUnknown } from "../compose/ensure-vector.ts";
import type { Context } from "../context.ts";
import { insertAudit } from "../db/audit.ts";
import { insertDeployment, listRunningDeployments, lockBeginning } from "../db/deployments.ts";
import { endIsolation, isolate } from "../db/isolated-releases.ts";
import { isPublished } from "../db/releases.ts";
import { readRouting } from "../db/routing.ts";
import { beginDeployment } from "../reconciliation/deployment/steps.ts";
import { Refusal } from "../refusal.ts";
import { requestErrors } from "../request-errors.ts";
import { deploymentErrors } from "./deployment-errors.ts";
import { planPreview, requireDev } from "./plan-preview.ts";
import { requirePreviewRights } from "./require-preview-rights.ts";

/** Begins to make published releases live as one set; the registry's regular work carries it on. */
export async function createDeployment(
  context: Context,
  request: DeploymentRequest,
  caller: Caller,
): Promise<Deployment> {
  const { releases, preview } = request;
  const slices = await requireReleases(context, releases, caller);
  const deployment = await context.db.transaction().execute(async (db) => {
    // What is allowed depends on the deployments that others begin.
    await lockBeginning(db, { slices, preview: preview?.name });
    return await begin({ ...context, db }, request, { slices, caller });
  });
  context.log.info({ deployment: deployment.id, releases, by: caller.name }, "deployment begun");
  return deployment;
}

/** `context.db` is a transaction. */
async function begin(
  context: Context,
  { releases, canary, preview }: DeploymentRequest,
  { slices, caller }: { slices: readonly string[]; caller: Caller },
): Promise<Deployment> {
  const { db } = context;
  // It takes the place of another of its name.
  if (preview) await requirePreviewRights(context, preview.name, caller);
  const dev = await requireDev(context, releases, preview?.name);
  if (canary) await requireCanary(context, slices, canary);
  const shown = preview ? await planPreview(context, releases, { ...preview, dev }) : null;
  const id = `d-${randomBytes(6).toString("hex")}`;
  const by = caller.name;
  const at = context.now();
  const deployment = beginDeployment({ id, by, releases, canary: canary ?? null, preview: shown }, at);
  await insertDeployment(db, deployment);
  await (shown ? isolate(db, shown.isolated) : endIsolation(db, releases));
  const cause = describe(deployment);
  const entry = { at, who: by, what: "deploy" as const, to: releases.join(" "), cause, deployment: id };
  // Every save would be an entry.
  if (!dev) await insertAudit(db, [entry]);
  return deployment;
}

function describe({ canary, preview }: Deployment): string | null {
  if (preview) return `as the preview ${preview.name}`;
  return canary ? `as a canary: ${canary.steps.join(", ")}%` : null;
}

/** All published, one of a slice at most, and every slice the caller's. */
async function requireReleases({ db }: Context, refs: string[], caller: Caller): Promise<string[]> {
  const releases = refs.map(parseRef);
  const slices = new Set(releases.map(({ slice }) => slice));
  requireRights(caller, slices);
  if (slices.size < releases.length) throw malformed("A deployment takes one release of a slice.");
  const published = await Promise.all(releases.map((release) => isPublished(db, release)));
  const problems = releases.flatMap(({ slice, id }, index) =>
    published[index] ? [] : [releaseUnknown(slice, id)],
  );
  if (problems.length > 0) throw invalid(problems[0]?.message ?? "", "Publish it first.", { problems });
  return [...slices];
}

/** There must be something to compare with, no other canary of the same slice, and visitors to begin with. */
async function requireCanary(
  context: Context,
  slices: readonly string[],
  { steps }: CanaryPlan,
): Promise<void> {
  const { live, canaries } = await readRouting(context.db, context.now());
  if (live === null) throw invalid("Nothing is live that a canary could be compared with.", "Deploy it.");
  const others = (await listRunningDeployments(context.db)).filter(({ canary }) => canary);
  const other = others.find(({ releases }) =>
    releases.some((ref) => slices.includes(parseReleaseRef(ref).slice)),
  );
  if (other) throw canaryRunning(other);
  const free = freePercent(canaries.flatMap(({ ranges }) => ranges));
  if ((steps[0] ?? 100) < 100 && (steps[0] ?? 0) > free)
    throw invalid(
      `Other canaries leave ${free}% of the visitors.`,
      "Promote or roll back one of them, or begin with a smaller share.",
    );
}

function canaryRunning({ id, releases }: Deployment): Refusal {
  return new Refusal(deploymentErrors.CANARY_RUNNING(`${releases.join(" ")} is a canary already (${id}).`));
}

function parseRef(ref: string): { slice: string; id: string } {
  try {
    return parseReleaseRef(ref);
  } catch (cause) {
    throw malformed((cause as TypeError).message, cause);
  }
}

function malformed(message: string, cause?: unknown): Refusal {
  const fix = "Name each slice once, like posts@3f9c2a1b04de.";
  return new Refusal({ ...requestErrors.REQUEST_INVALID(message), fix }, { cause });
}

function invalid(message: string, fix: string, details?: { problems: Problem[] }): Refusal {
  return new Refusal({ ...deploymentErrors.DEPLOYMENT_INVALID(message), fix }, details);
}
