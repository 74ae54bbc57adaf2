/** What has to change so that exactly the wanted releases run. */
export interface Reconciliation {
  start: string[];
  stop: string[];
}

/** `wanted` and `running` are releases, `slice@id`. */
export function reconcile(wanted: Iterable<string>, running: Iterable<string>): Reconciliation {
  const wantedSet = new Set(wanted);
  const runningSet = new Set(running);
  return {
    start: [...wantedSet.difference(runningSet)],
    stop: [...runningSet.difference(wantedSet)],
  };
}
