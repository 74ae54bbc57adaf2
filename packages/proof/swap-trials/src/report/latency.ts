import type { Seen } from "../load/requests.ts";

/** What the client itself makes longer, and what is only there to look, is left out. */
export function isTimed({ kind, fault }: Seen): boolean {
  return fault === null && kind !== "repeated" && kind !== "probe";
}

/** Milliseconds from the moment at which it was due. */
export function latencyOf({ dueAt, endAt }: Seen): number {
  return endAt - dueAt;
}
