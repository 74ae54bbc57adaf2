import type { Context } from "../context.ts";
import type { Db } from "../db/db.ts";
import type { StoredDeployment } from "../db/deployments.ts";
import { findDevSession } from "../db/dev-sessions.ts";
import { holdBriefly } from "../db/pins.ts";
import { problemAt } from "../problem-at.ts";
import { getRouting, writeRouting } from "./move-routing.ts";
import { isSameReach } from "./same-reach.ts";
import type { StepResult } from "./take-step.ts";

/** Until gateways have heard of it, they may send requests to the servers of what somebody worked on before. */
const GRACE_MS = 5_000;

/** Lets those see the candidate who carry an override of the preview's name; another of that name is replaced. */
export async function openPreview(
  context: Context,
  tx: Db,
  { deployment, baseRevision }: StoredDeployment,
): Promise<StepResult> {
  const { id, by, preview, releases, vector } = deployment;
  const before = await getRouting({ ...context, db: tx });
  if (!preview || vector === null || !(await isSameReach(tx, before, baseRevision)))
    return { outcome: { kind: "restart" } };
  const { name, ...shown } = preview;
  if (shown.dev && (await findDevSession(tx, name, context.now()))?.id !== shown.dev) return over(name);
  const replaced = before.previews[name];
  if (replaced?.dev && replaced.vector !== vector)
    await holdBriefly(tx, replaced.vector, new Date(context.now().getTime() + GRACE_MS));
  const previews = { ...before.previews, [name]: { ...shown, releases, vector } };
  const next = { ...before, previews, by, cause: `deployment ${id}`, at: context.now() };
  const routing = await writeRouting(tx, before, next);
  return {
    outcome: routing ? { kind: "pass", detail: `${name} until ${shown.until}` } : { kind: "restart" },
  };
}

function over(name: string): StepResult {
  const message = `Nobody works under the name ${name} any more.`;
  const problem = problemAt(null, { code: "DEV_OVER", message, fix: "Begin again: sliceway dev." });
  return { outcome: { kind: "fail", problems: [problem] } };
}
