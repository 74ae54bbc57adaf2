import type { SwapKind } from "../plan/plan-steps.ts";

/** A stretch of time, as of `performance.now()`. */
export interface Span {
  from: number;
  to: number;
}

/** One change of what is live, as it went. */
export interface Swap {
  kind: SwapKind;
  what: string;
  /** A server had to be started for it. */
  startsServer: boolean;
  /** From the call until it had ended, well or not. */
  whole: Span;
  /** From warm to drain: while it takes over. */
  window: Span;
  /** From the call to the first new page on it; after that none came on anything else. Null if it did not get there. */
  arrivedMs: number | null;
  /** From the move of the pointer to the same. */
  pointerMs: number | null;
  /** Why it did not get there. */
  problem: string | null;
}

/** How a swap went, in a line. */
export function stepLine(
  { kind, what, startsServer, arrivedMs, pointerMs, problem }: Swap,
  { number, total }: { number: number; total: number },
  { seen, failed }: { seen: readonly unknown[]; failed: number },
): string {
  const place = `${number}/${total}`.padStart(7);
  const times =
    problem ?? `${round(arrivedMs)}${startsServer ? ", server started" : ""}, pointer ${round(pointerMs)}`;
  return `${place}  ${kind.padEnd(36)}  ${what}: ${times}  (${seen.length} requests, ${failed} failed)`;
}

function round(ms: number | null): string {
  return ms === null ? "-" : `${Math.round(ms)} ms`;
}
