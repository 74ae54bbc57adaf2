import type { ReleaseRef } from "@sliceway/protocol";

export type ReconcileAction = { kind: "start"; release: ReleaseRef } | { kind: "stop"; release: ReleaseRef };

/** What to do so that exactly the wanted releases run. Starts come first, in the order in which they are wanted. */
export function reconcile(wanted: readonly ReleaseRef[], running: readonly ReleaseRef[]): ReconcileAction[] {
  const starts = new Set(wanted).difference(new Set(running));
  const stops = new Set(running).difference(new Set(wanted));
  return [
    ...[...starts].map((release) => ({ kind: "start", release }) as const),
    ...[...stops].map((release) => ({ kind: "stop", release }) as const),
  ];
}
