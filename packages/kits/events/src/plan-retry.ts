import { backOffMs } from "@sliceway/service-kit";
import { ZodError } from "zod";
import { EventDataError } from "./contract/event-data-error.ts";

const BACK_OFF = { firstMs: 100, longestMs: 60_000 };
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
    return attempts < maxAttempts ? backOffMs(attempts, { ...BACK_OFF, random }) : null;
  // The same code will refuse the same data again; the time is for a newer release to take over.
  const isLast = attempts >= Math.min(UNFIT_ATTEMPTS, maxAttempts);
  return isLast ? null : backOffMs(Number.POSITIVE_INFINITY, { ...BACK_OFF, random });
}
