import { flow } from "../report/flow.ts";
import { label } from "./label.ts";
import type { View } from "./status-view.ts";

/** Releases that must not run any more. */
export function renderRevoked(revoked: readonly string[], { colors, width }: View): string[] {
  return revoked.length === 0 ? [] : flow(label("revoked", colors), revoked, width);
}
