import { ZodError } from "zod";
import { backoffMs } from "./backoff.ts";
import { EventDataError } from "./contract/event-data-error.ts";

const LONGEST_PAUSE_MS = 60_000;
/** Of an event whose data does not fit: once when it comes, then with the longest pauses. */
const UNFIT_ATTEMPTS = 3;

/** What becomes of an event that has failed: in how many milliseconds it is tried again; null: it is a dead letter. */
export function planRetry(
  error: unknown,
  attempts: number,
  maxAttempts: number,
  random = Math.random,
): number | null {
  if (!(error instanceof ZodError || error instanceof EventDataError))
    return attempts < maxAttempts ? backoffMs(attempts, LONGEST_PAUSE_MS, random) : null;
  // The same code will refuse the same data again; the time is for a newer release to take over.
  const isLast = attempts >= Math.min(UNFIT_ATTEMPTS, maxAttempts);
  return isLast ? null : backoffMs(Number.POSITIVE_INFINITY, LONGEST_PAUSE_MS, random);
}
