export interface Pace {
  /** Begins no more and waits for what is under way. */
  stop(): Promise<Written>;
}

export interface Written {
  /** Milliseconds from when each piece of work was due until it was done. */
  latencies: number[];
  failed: number;
}

const TICK_MS = 5;

/** Begins `work` at fixed moments, `perSecond` times a second, whether or not earlier work is done. */
export function startPace(perSecond: number, work: (index: number) => Promise<unknown>): Pace {
  const startedAt = performance.now();
  const dueAt = (index: number) => startedAt + (index * 1000) / perSecond;
  const underWay = new Set<Promise<void>>();
  const latencies: number[] = [];
  let failed = 0;
  let begun = 0;

  const begin = async (index: number) => {
    try {
      await work(index);
      latencies.push(performance.now() - dueAt(index));
    } catch {
      failed += 1;
    }
  };
  const timer = setInterval(() => {
    for (; dueAt(begun) <= performance.now(); begun += 1) {
      const task = begin(begun);
      underWay.add(task);
      task.finally(() => underWay.delete(task));
    }
  }, TICK_MS);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(underWay);
      return { latencies, failed };
    },
  };
}
