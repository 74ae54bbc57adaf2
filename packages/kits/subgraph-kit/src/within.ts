import { sleep } from "@sliceway/service-kit";

/** Waits for `work`, but no longer than `ms` milliseconds: then it rejects, and nobody hears how the work ended. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const enough = new AbortController();
  const late = sleep(ms, enough.signal).then(() => Promise.reject(new Error(`no answer within ${ms} ms`)));
  try {
    await Promise.race([work, late]);
  } finally {
    late.catch(() => {});
    enough.abort();
  }
}
