import type { Context } from "../context.ts";
import type { Db } from "../db/db.ts";
import type { StoredDeployment } from "../db/deployments.ts";
import { readOutlines } from "../db/vectors.ts";
import type { Outcome } from "../deployment/progress.ts";
import { getRouting, writeRouting } from "./move-routing.ts";
import { prepareRollbacks } from "./prepare-rollbacks.ts";

/** Makes the candidate live if routing is still what the candidate was checked against. */
export async function shiftRouting(context: Context, tx: Db, { deployment, baseRevision }: StoredDeployment) {
  const before = await getRouting(context);
  const { id, vector } = deployment;
  const restart: Outcome = { kind: "restart" };
  if (vector === null || before.revision !== baseRevision) return { outcome: restart };
  if (before.live === vector) return pass(before.revision, "live already");
  const after = (await readOutlines(tx, [vector])).get(vector)?.releases ?? {};
  const { rollback } = await prepareRollbacks(context, { before, after });
  const next = {
    ...before,
    live: vector,
    rollback,
    cause: `deployment ${id}`,
    at: context.now(),
  };
  const routing = await writeRouting(tx, before, next);
  return routing ? pass(routing.revision, `revision ${routing.revision}`) : { outcome: restart };
}

function pass(shiftedRevision: number, detail: string) {
  const outcome: Outcome = { kind: "pass", detail };
  return { outcome, shiftedRevision };
}
