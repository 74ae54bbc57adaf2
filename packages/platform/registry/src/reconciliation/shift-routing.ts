import type { StoredDeployment } from "../db/deployments.ts";
import { type Attempt, changeRouting } from "../routing/commit-change.ts";
import type { StepResult } from "./step-result.ts";

/** Makes the candidate live if what it was checked against still holds. */
export async function shiftRouting(attempt: Attempt, candidate: StoredDeployment): Promise<StepResult> {
  const result = await changeRouting(attempt, { kind: "shift", candidate });
  switch (result.kind) {
    case "written": {
      const { revision } = result.routing;
      return { outcome: { kind: "pass", detail: `revision ${revision}` }, shiftedRevision: revision };
    }
    case "nothing":
      return {
        outcome: { kind: "pass", detail: "live already" },
        shiftedRevision: result.routing.revision,
      };
    case "wait":
      return { outcome: result };
    case "stale":
      return { outcome: { kind: "restart" } };
    case "refuse":
      throw result.refusal;
    default:
      return result satisfies never;
  }
}
