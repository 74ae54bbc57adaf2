import type { PageData } from "@sliceway/protocol";
import { type RouteMatch, resolveVariables } from "@sliceway/protocol/route";
import type { StartOperation } from "../graphql/start-operation.ts";
import type { Admission } from "../routing/admission.ts";
import type { SliceRoute } from "../routing/ready-vector.ts";
import type { TrafficCounter } from "../routing/traffic-counter.ts";
import type { Caller } from "../session/caller.ts";
import { findRouteOperation } from "./route-operation.ts";

export interface PageDataOptions {
  startOperation: StartOperation;
  traffic: TrafficCounter;
  admission: Admission;
  caller: Caller;
  match: RouteMatch<SliceRoute> | null;
  search: string;
  gone: AbortSignal;
}

/**
 * Runs the route's operation as if the page had sent it. No operation if the route has none, or if it brought
 * no data: then the page asks for itself. Rejects only on a bug.
 */
export async function readPageData(options: PageDataOptions): Promise<PageData> {
  const { startOperation, traffic, admission, caller, match, search, gone } = options;
  const operation = match ? findRouteOperation(admission.ready, match.route) : undefined;
  if (!match || operation?.kind !== "query") {
    traffic.note(admission.ready.id, { faults: null });
    return { operation: null };
  }
  const variables = resolveVariables(match.route, match.params, search);
  const { ready, generation } = admission;
  using started = startOperation({ ready, caller, kind: "query", plainJson: false, gone });
  const startedAt = performance.now();
  const answer = await generation.server.executeOperation(
    { query: operation.text, variables },
    { contextValue: started.context },
  );
  traffic.note(ready.id, { ms: performance.now() - startedAt, faults: started.context.outcome.faults });
  const result = answer.body.kind === "single" ? answer.body.singleResult : null;
  if (!result?.data) return { operation: null };
  return { operation: { id: operation.id, variables, result } };
}
