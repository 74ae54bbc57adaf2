import { canonicalJson } from "@sliceway/protocol";
import type { Sight } from "./follow-status.ts";
import type { WholeStatus } from "./status-view.ts";

/** What time and load move all by themselves. */
const RESTLESS = new Set([
  "memoryBytes",
  "requestsPerSecond",
  "traffic",
  "usedBytes",
  "until",
  "oldestAgeSeconds",
  "outbox",
  "sources",
  "ms",
  "detail",
  "requests",
  "p95Ms",
]);

/** Two sights with the same text have nothing new to tell, however times and counts have moved. */
export function newsOf({ status, awaySince }: Sight): string {
  return canonicalJson({ away: awaySince !== null, status: status && withoutRestless(status) });
}

function withoutRestless(status: WholeStatus): unknown {
  const { report: _, ...last } = status.lastDeployment ?? { report: null };
  const settled = { ...status, lastDeployment: last };
  return JSON.parse(JSON.stringify(settled, (key, value) => (RESTLESS.has(key) ? undefined : value)));
}
