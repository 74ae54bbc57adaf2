import type { Context } from "../context.ts";
import type { Db } from "../db/db.ts";
import type { StoredDeployment } from "../db/deployments.ts";
import { getRouting, writeRouting } from "./move-routing.ts";
import { isSameReach } from "./same-reach.ts";
import type { StepResult } from "./take-step.ts";

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
  const { name, until, isolated } = preview;
  const previews = { ...before.previews, [name]: { releases, vector, isolated, until } };
  const next = { ...before, previews, by, cause: `deployment ${id}`, at: context.now() };
  const routing = await writeRouting(tx, before, next);
  return { outcome: routing ? { kind: "pass", detail: `${name} until ${until}` } : { kind: "restart" } };
}
