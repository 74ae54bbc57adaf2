import { sleep } from "@sliceway/service-kit";
import { restAfter } from "./rest-after.ts";
import type { Pace, Written } from "./start-pace.ts";

const SHORTEST_REST_MS = 120;

/** Begins `work` again and again, each time when the time before is done and after a rest. */
export function startLoop(work: (index: number) => Promise<unknown>): Pace {
  const stopped = new AbortController();
  const written: Written = { latencies: [], failed: 0 };
  const run = async () => {
    for (let index = 0; !stopped.signal.aborted; index++) {
      const startedAt = performance.now();
      await work(index).catch(() => {
        written.failed += 1;
      });
      written.latencies.push(performance.now() - startedAt);
      await sleep(restAfter(startedAt, SHORTEST_REST_MS), stopped.signal).catch(() => {});
    }
  };
  const running = run();
  return {
    async stop() {
      stopped.abort();
      await running;
      return written;
    },
  };
}
