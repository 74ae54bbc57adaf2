import { type Logger, runPeriodically } from "@sliceway/service-kit";
import { connect } from "../connect.ts";
import { pruneLog } from "./prune-log.ts";

const PAUSE_MS = 60 * 60_000;

export interface PruningOptions {
  /** The database of the log, as its owner. */
  ownerUrl: string;
  /** How long an event is kept after it came into the log. */
  days: number;
  log: Logger;
}

/**
 * Removes old events from the log, now and each hour, in batches. A consumer that has not read them by then stops with
 * `EVENTS_PRUNED`. Disposing waits for the batch in hand.
 */
export function startPruning(options: PruningOptions): AsyncDisposable {
  return runPeriodically((signal) => pruneOnce(signal, options), {
    pauseMs: PAUSE_MS,
    onError: (err) =>
      options.log.warn({ err }, "old events were not removed from the log; trying again in an hour"),
  });
}

async function pruneOnce(signal: AbortSignal, { ownerUrl, days, log }: PruningOptions): Promise<void> {
  await using client = await connect(ownerUrl, "sliceway retention");
  let events = 0;
  for (let some = 1; some > 0 && !signal.aborted; events += some) some = await pruneLog(client, days);
  if (events > 0) log.info({ events, days }, "old events were removed from the log");
}
