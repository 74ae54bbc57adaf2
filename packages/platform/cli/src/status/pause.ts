import { sleep } from "@sliceway/service-kit";

/** Waits so many milliseconds, or until `signal` aborts; never rejects. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, signal).catch(() => undefined);
}
