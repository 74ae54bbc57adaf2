import { type Logger, runPeriodically } from "@sliceway/service-kit";
import type { Kysely } from "kysely";
import { deleteOldOutcomes } from "./outcomes.ts";

const PAUSE_MS = 10 * 60_000;

/** Throws away results of mutations once nobody will ask for them any more. Disposing waits for the step in hand. */
export function startForgetting<DB>(db: Kysely<DB>, log: Logger): AsyncDisposable {
  const forget = async (signal: AbortSignal) => {
    while (!signal.aborted && (await deleteOldOutcomes(db)) > 0);
  };
  return runPeriodically(forget, {
    pauseMs: PAUSE_MS,
    onError: (err) => log.warn({ err }, "old results of mutations were not thrown away; trying again later"),
  });
}
