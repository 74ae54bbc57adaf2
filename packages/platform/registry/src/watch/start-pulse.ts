import { type Logger, type Periodic, runPeriodically } from "@sliceway/service-kit";

interface PulseOptions {
  /** Stands in the log. */
  name: string;
  everyMs: number;
  log: Logger;
}

/**
 * Runs `work` at once, whenever woken, and each `everyMs`; never twice at the same time. How it fails is logged once
 * until it succeeds again or fails otherwise. Disposing waits for the run that is under way.
 */
export function startPulse(work: () => Promise<void>, { name, everyMs, log }: PulseOptions): Periodic {
  let lastError: string | undefined;
  const run = async () => {
    await work();
    lastError = undefined;
  };
  const onError = (err: unknown) => {
    if (String(err) !== lastError) log.error({ err }, `${name} failed; it is tried again`);
    lastError = String(err);
  };
  return runPeriodically(run, { pauseMs: everyMs, onError });
}
