import type { Seen } from "../load/requests.ts";
import type { Span, Swap } from "../trial/swap.ts";

/**
 * Where in a swap a request lies. `preparing`: from the call until gateways begin to get warm, servers start. `window`:
 * from warm to drain. `after`: the next half second, in which ways back are made ready. `steady`: none of these.
 */
export type Phase = "steady" | "preparing" | "window" | "after";

export const SETTLE_MS = 500;

/** The phase of each request; one that touches a window belongs to it, however long before it began. */
export function phaseOf({ dueAt, endAt }: Seen, swaps: readonly Swap[]): Phase {
  const request = { from: dueAt, to: endAt };
  const near = swaps.filter(({ whole }) => touches(request, { from: whole.from, to: whole.to + SETTLE_MS }));
  if (near.length === 0) return "steady";
  if (near.some(({ window }) => touches(request, window))) return "window";
  return near.some(({ window }) => request.to < window.from) ? "preparing" : "after";
}

export function touches(one: Span, other: Span): boolean {
  return one.from <= other.to && one.to >= other.from;
}
