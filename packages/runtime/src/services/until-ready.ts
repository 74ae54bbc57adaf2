import { sleep } from "@sliceway/service-kit";

/** Waits until `GET <url>/readyz` says 200. Rejects when `signal` aborts. */
export async function untilReady(url: string, signal: AbortSignal): Promise<void> {
  while (!(await isReady(url))) await sleep(50, signal);
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(1_000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
