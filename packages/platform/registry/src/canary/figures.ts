import { type Figures, LATENCY_BOUNDS_MS, noTraffic, type Traffic } from "@sliceway/protocol";

/** What is said of operations that were slower than every bound. */
const SLOWEST_MS = 5_000;

/** What the visitors of a vector saw, as far as these slices are to blame. */
export function readFigures(traffic: Traffic, slices: readonly string[]): Figures {
  const { requests, failures, crashes, latency } = traffic;
  const isTheirs = (faults: string) => faults === "" || faults.split(" ").some((one) => slices.includes(one));
  const failed = sum(Object.entries(failures).map(([faults, count]) => (isTheirs(faults) ? count : 0)));
  const crashed = sum(slices.map((slice) => crashes[slice] ?? 0));
  return { requests, failed: Math.min(requests, failed + crashed), p95Ms: readP95(latency) };
}

/** Requests that failed, whoever is to blame; crashed pages among them. */
export function countFailed({ requests, failures, crashes }: Traffic): number {
  return Math.min(requests, sum(Object.values(failures)) + sum(Object.values(crashes)));
}

/** Counts of several gateways, or of several vectors, as one. */
export function addTraffic(parts: readonly Traffic[]): Traffic {
  return parts.reduce((total, part) => combine(total, part, (a, b) => a + b), noTraffic());
}

/** What was counted since `before`. */
export function subtractTraffic(now: Traffic, before: Traffic): Traffic {
  return combine(now, before, (a, b) => Math.max(0, a - b));
}

function combine(a: Traffic, b: Traffic, op: (a: number, b: number) => number): Traffic {
  const byKey = (one: Record<string, number>, other: Record<string, number>) =>
    Object.fromEntries(
      Object.keys({ ...one, ...other }).map((key) => [key, op(one[key] ?? 0, other[key] ?? 0)]),
    );
  return {
    requests: op(a.requests, b.requests),
    failures: byKey(a.failures, b.failures),
    crashes: byKey(a.crashes, b.crashes),
    latency: a.latency.map((count, index) => op(count, b.latency[index] ?? 0)),
  };
}

/** The bound of the bucket that holds the operation which 95 of 100 were not slower than. */
function readP95(latency: readonly number[]): number | null {
  const wanted = sum(latency) * 0.95;
  if (wanted === 0) return null;
  let seen = 0;
  for (const [index, count] of latency.entries()) {
    seen += count;
    if (seen >= wanted) return LATENCY_BOUNDS_MS[index] ?? SLOWEST_MS;
  }
  return SLOWEST_MS;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
