import { type Logger, sleep } from "@sliceway/service-kit";
import type { Kysely } from "kysely";
import { deleteOldOutcomes } from "./outcomes.ts";

const PAUSE_MS = 10 * 60_000;

/** Throws away results of mutations once nobody will ask for them any more. Disposing waits for the step in hand. */
export function startForgetting<DB>(db: Kysely<DB>, log: Logger): AsyncDisposable {
  const stop = new AbortController();
  const done = forgetUntil(stop.signal, db, log);
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await done;
    },
  };
}

async function forgetUntil<DB>(signal: AbortSignal, db: Kysely<DB>, log: Logger): Promise<void> {
  while (!signal.aborted) {
    try {
      while (!signal.aborted && (await deleteOldOutcomes(db)) > 0);
    } catch (err) {
      log.warn({ err }, "old results of mutations were not thrown away; trying again later");
    }
    await sleep(PAUSE_MS, signal).catch(() => {});
  }
}
