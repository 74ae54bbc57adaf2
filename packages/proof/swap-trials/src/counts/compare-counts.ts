import type { GatewayCounts } from "./gateway-counts.ts";

export interface CountComparison {
  /** Answers that clients have had, pages and operations. */
  answered: number;
  /** What the registry says that gateways have answered. */
  counted: number;
  /** Requests that their client gave up before there was an answer: counted or not, as it comes. */
  cut: number;
  /** Of what was counted, failed. */
  failed: number;
  problems: string[];
}

/**
 * Compares what clients were answered with what the registry reports of it, vector by vector. There may be more by as
 * many as were cut, and by no other.
 */
export function compareCounts(
  answered: ReadonlyMap<string, number>,
  cut: number,
  counts: GatewayCounts,
): CountComparison {
  const vectors = [...new Set([...answered.keys(), ...Object.keys(counts)])];
  const missing = vectors.flatMap((vector) => {
    const [here, there] = [answered.get(vector) ?? 0, counts[vector]?.requests ?? 0];
    return there < here ? [`the registry reports ${there} requests at ${vector}, clients had ${here}`] : [];
  });
  const [had, counted] = [sum([...answered.values()]), sum(Object.values(counts).map((one) => one.requests))];
  const failed = sum(Object.values(counts).map((one) => one.failed));
  const surplus = counted - had - cut;
  const foreign = surplus > 0 ? [`the registry reports ${surplus} requests that no client has sent`] : [];
  return { answered: had, counted, cut, failed, problems: [...missing, ...foreign] };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
