import { type Problem, parseReleaseRef } from "@sliceway/manifest";
import type { Context } from "../context.ts";
import type { Db } from "../db/db.ts";
import type { StoredDeployment } from "../db/deployments.ts";
import { readOutlines } from "../db/vectors.ts";
import type { Outcome } from "../deployment/progress.ts";
import { problemAt } from "../problem-at.ts";
import { listRevoked } from "../routing/list-revoked.ts";
import { ensureVector } from "./ensure-vector.ts";
import { getRouting, releaseRevoked } from "./move-routing.ts";
import { prepareRollbacks } from "./prepare-rollbacks.ts";

/**
 * Makes the vectors that the deployment would make reachable: what is live with the changed releases in it, and from
 * there each slice's way back.
 */
export async function checkCandidate(context: Context, tx: Db, { deployment }: StoredDeployment) {
  const before = await getRouting(context);
  const live = before.live === null ? {} : (await readOutlines(tx, [before.live])).get(before.live)?.releases;
  const changes = deployment.releases.map(parseReleaseRef).map(({ slice, id }) => [slice, id] as const);
  const after = { ...live, ...Object.fromEntries(changes) };
  const revoked = listRevoked(before, after).map(revokedProblem);
  if (revoked.length > 0) return { outcome: { kind: "fail", problems: revoked } satisfies Outcome };
  const candidate = await ensureVector(context, after);
  if (!candidate.ok) return { outcome: { kind: "fail", problems: candidate.problems } satisfies Outcome };
  const { lost } = await prepareRollbacks(context, { before, after });
  const detail = lost.length > 0 ? `${candidate.id}; no way back alone for ${lost.join(", ")}` : candidate.id;
  const outcome: Outcome = { kind: "pass", detail, vector: candidate.id };
  return { outcome, baseRevision: before.revision };
}

function revokedProblem(ref: string): Problem {
  const { slice, id } = parseReleaseRef(ref);
  const { code, message, fix } = releaseRevoked(ref);
  return problemAt({ slice, release: id }, { code, message, fix });
}
