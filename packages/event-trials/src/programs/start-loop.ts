import { sleep } from "@sliceway/service-kit";
import type { Pace, Written } from "./start-pace.ts";

const SHORTEST_PAUSE_MS = 120;
/** How many times as long as it works it rests: on a busy machine all become slower together, and none falls behind. */
const REST = 6;

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
      const tookMs = performance.now() - startedAt;
      written.latencies.push(tookMs);
      await sleep(Math.max(SHORTEST_PAUSE_MS, REST * tookMs), stopped.signal).catch(() => {});
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
