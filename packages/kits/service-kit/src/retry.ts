import { backOffMs } from "./back-off-ms.ts";
import { sleep } from "./sleep.ts";

export interface RetryOptions {
  /** How often `fn` is tried at most. */
  attempts?: number;
  /** How long new tries begin, in milliseconds from the first one. */
  untilMs?: number;
  /** Ends the waiting between tries; the promise rejects with its reason. */
  signal?: AbortSignal;
  /** Errors for which this answers false are thrown at once. Default: every error is tried again. */
  retryIf?: (error: unknown) => boolean;
  /** The first pause; each further one doubles, with jitter. Default 50 ms. */
  minDelayMs?: number;
  /** The longest pause. Default 1,000 ms. */
  maxDelayMs?: number;
}

/**
 * Calls `fn` until it resolves and returns what it resolved to. When tries or time are used up it rejects with the
 * last error. Say `attempts`, `untilMs` or both; with neither it goes on until `signal` aborts.
 */
export async function retry<T>(fn: (attempt: number) => Promise<T>, options: RetryOptions): Promise<T> {
  const { minDelayMs = 50, maxDelayMs = 1_000 } = options;
  const startedAt = performance.now();
  for (let attempt = 1; ; attempt++) {
    options.signal?.throwIfAborted();
    try {
      return await fn(attempt);
    } catch (error) {
      const delayMs = backOffMs(attempt, { firstMs: minDelayMs, longestMs: maxDelayMs });
      if (isLast(attempt, performance.now() - startedAt + delayMs, options)) throw error;
      if (options.retryIf && !options.retryIf(error)) throw error;
      await sleep(delayMs, options.signal);
    }
  }
}

function isLast(attempt: number, nextStartMs: number, { attempts, untilMs }: RetryOptions): boolean {
  return (
    attempt >= (attempts ?? Number.POSITIVE_INFINITY) || nextStartMs > (untilMs ?? Number.POSITIVE_INFINITY)
  );
}
