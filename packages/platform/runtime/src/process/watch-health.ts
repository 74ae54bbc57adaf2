import { sleep } from "@sliceway/service-kit";

const STARTING_POLL_MS = 100;
/** What has not started by then takes its time. */
const PATIENT_AFTER_MS = 10_000;
const PATIENT_POLL_MS = 500;
const POLL_MS = 5_000;
const ANSWER_WITHIN_MS = 2_000;
/** A process that may be slow to start is told of, not ended. */
const READY_WITHIN_MS = 60_000;
/** A process that does not answer `/healthz` for so long is taken for dead. */
const DEAD_AFTER_MS = 30_000;

export interface HealthListener {
  onReady(): void;
  /** It runs, but has not become ready in a minute: what `/readyz` says. Told once. */
  onOverdue(reason: string): void;
  /** It no longer answers. Told once; watching ends. */
  onDead(): void;
}

/** Asks a child's `/readyz` until it is ready, then its `/healthz` for as long as `signal` lasts. */
export async function watchHealth(url: string, listener: HealthListener, signal: AbortSignal): Promise<void> {
  try {
    await waitUntilReady(url, listener, signal);
    await waitUntilDead(url, signal);
    listener.onDead();
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

async function waitUntilReady(url: string, listener: HealthListener, signal: AbortSignal): Promise<void> {
  const startedAt = performance.now();
  let overdue = false;
  for (;;) {
    const problem = await ask(`${url}/readyz`, signal);
    if (problem === null) break;
    const ms = performance.now() - startedAt;
    if (!overdue && ms > READY_WITHIN_MS) {
      overdue = true;
      listener.onOverdue(problem);
    }
    await sleep(ms > PATIENT_AFTER_MS ? PATIENT_POLL_MS : STARTING_POLL_MS, signal);
  }
  listener.onReady();
}

async function waitUntilDead(url: string, signal: AbortSignal): Promise<void> {
  let heardAt = performance.now();
  while (performance.now() - heardAt < DEAD_AFTER_MS) {
    await sleep(POLL_MS, signal);
    if ((await ask(`${url}/healthz`, signal)) === null) heardAt = performance.now();
  }
}

/** Null if it answers 200, else why not. */
async function ask(url: string, signal: AbortSignal): Promise<string | null> {
  try {
    const deadline = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
    const response = await fetch(url, { signal: deadline });
    const body = await response.text();
    return response.ok ? null : body.slice(0, 300);
  } catch {
    signal.throwIfAborted();
    return "it does not answer";
  }
}
