import { type Logger, sleep } from "@sliceway/service-kit";
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
  const stop = new AbortController();
  const done = forgetUntil(stop.signal, () => forgetReceived(db, consumer), log, pauseMs);
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await done;
    },
  };
}

async function forgetUntil(
  signal: AbortSignal,
  forgetSome: () => Promise<number>,
  log: Logger,
  pauseMs: number,
): Promise<void> {
  while (!signal.aborted) {
    await sleep(pauseMs, signal).catch(() => {});
    try {
      while (!signal.aborted && (await forgetSome()) > 0);
    } catch (err) {
      log.warn({ err }, "the inbox was not cleared of what is old; trying again later");
    }
  }
}
