import { type Logger, runPeriodically } from "@sliceway/service-kit";
import type { Kysely } from "kysely";
import { forgetReceived } from "./inbox.ts";

const PAUSE_MS = 10 * 60_000;

/**
 * Throws away what the inbox need not remember any more. The first pause comes first: a transport that was cut off
 * gives again what was not acknowledged, and this must meet the inbox as it was. Disposing waits for the step in hand.
 */
export function startForgetting<DB>(
  db: Kysely<DB>,
  consumer: string,
  log: Logger,
  pauseMs = PAUSE_MS,
): AsyncDisposable {
  const forget = async (signal: AbortSignal) => {
    while (!signal.aborted && (await forgetReceived(db, consumer)) > 0);
  };
  return runPeriodically(forget, {
    pauseMs,
    isPauseFirst: true,
    onError: (err) => log.warn({ err }, "the inbox was not cleared of what is old; trying again later"),
  });
}
