import { setTimeout } from "node:timers/promises";

/** Waits `ms` milliseconds; rejects with an `AbortError` as soon as `signal` aborts. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal });
}
