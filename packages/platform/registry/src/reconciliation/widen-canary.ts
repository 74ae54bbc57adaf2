import { beginStage } from "../canary/stages.ts";
import type { StoredDeployment } from "../db/deployments.ts";
import { type Attempt, changeRouting } from "../routing/commit-change.ts";
import { beginComparison } from "./compare-canary.ts";

interface Widening {
  percent: number;
  /** Who asks for it, and why. */
  by: string;
  cause: string;
}

export type Widened =
  | { kind: "widened"; changes: Pick<StoredDeployment, "deployment" | "comparison"> }
  /** Other canaries have too many of the visitors. */
  | { kind: "no-room"; message: string }
  /** What the candidate was checked against has changed before anybody had it, or the canary was ended just now. */
  | { kind: "stale" };

/** Gives `percent` of the visitors the candidate: those who have it already and others that no canary has. */
export async function widenCanary(
  attempt: Attempt,
  candidate: StoredDeployment,
  widening: Widening,
): Promise<Widened> {
  const result = await changeRouting(attempt, { kind: "widen-canary", candidate, ...widening });
  if (result.kind === "refuse") throw result.refusal;
  if (result.kind === "wait") return { kind: "no-room", message: result.detail };
  if (result.kind !== "written") return { kind: "stale" };
  const { id } = candidate.deployment;
  const { live, canaries } = result.routing;
  const vector = canaries.find(({ deployment }) => deployment === id)?.vector;
  if (vector === undefined || live === null) throw new Error(`${id} was widened and has no visitors`);
  const comparison = await beginComparison(attempt, vector, live);
  return {
    kind: "widened",
    changes: { deployment: beginStage(candidate.deployment, widening.percent, attempt.now()), comparison },
  };
}
