import { figuresOf } from "@sliceway/trial-kit";
import type { Seen } from "../load/requests.ts";
import type { SwapKind } from "../plan/plan-steps.ts";
import type { Swap } from "../trial/swap.ts";
import { isTimed, latencyOf } from "./latency.ts";
import { touches } from "./phases.ts";
import type { SwapRow } from "./trial-report.ts";

/** All swaps of a kind, and the requests that touched them. */
export function swapRow(kind: SwapKind, swaps: readonly Swap[], seen: readonly Seen[]): SwapRow {
  const during = (pick: "whole" | "window") =>
    seen.filter(({ dueAt, endAt }) => swaps.some((swap) => touches({ from: dueAt, to: endAt }, swap[pick])));
  const whole = during("whole");
  return {
    kind,
    count: swaps.length,
    requests: whole.length,
    failed: whole.filter(({ fault }) => fault !== null).length,
    latency: figuresOf(during("window").filter(isTimed).map(latencyOf)),
    arrived: figuresOf(swaps.flatMap(({ arrivedMs }) => arrivedMs ?? [])),
    pointer: figuresOf(swaps.flatMap(({ pointerMs }) => pointerMs ?? [])),
  };
}
