import { figuresOf } from "../report/figures.ts";

/** What an open loop saw. `failures` holds one line per request that failed, at most 20. */
export interface LoadReport {
  sent: number;
  answered: number;
  failed: number;
  failures: string[];
  /** Milliseconds from the moment a request was due to its answer. */
  p50: number;
  p99: number;
}

export interface OpenLoop {
  /** Sends no more, waits for what is under way. */
  stop(): Promise<LoadReport>;
}

/**
 * Sends `perSecond` requests a second at fixed moments, whether or not earlier ones were answered, so that a stall shows
 * as latency of everything behind it. `send` gets the request's number and the moment at which it was due (as of `performance.now()`),
 * and rejects when its answer is not what it should be.
 */
export function startOpenLoop(
  perSecond: number,
  send: (index: number, dueAt: number) => Promise<void>,
): OpenLoop {
  const startedAt = performance.now();
  const latencies: number[] = [];
  const failures: string[] = [];
  const underWay = new Set<Promise<void>>();
  let sent = 0;
  let failed = 0;

  async function sendOne(index: number, dueAt: number): Promise<void> {
    try {
      await send(index, dueAt);
      latencies.push(performance.now() - dueAt);
    } catch (error) {
      failed += 1;
      if (failures.length < 20)
        failures.push(`#${index}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  const timer = setInterval(() => {
    for (; startedAt + (sent * 1000) / perSecond <= performance.now(); sent += 1) {
      const request = sendOne(sent, startedAt + (sent * 1000) / perSecond);
      underWay.add(request);
      request.finally(() => underWay.delete(request));
    }
  }, 5);

  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(underWay);
      const { count: answered, p50, p99 } = figuresOf(latencies);
      return { sent, answered, failed, failures, p50, p99 };
    },
  };
}
