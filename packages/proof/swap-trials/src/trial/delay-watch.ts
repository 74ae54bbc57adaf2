import { monitorEventLoopDelay } from "node:perf_hooks";

const RESOLUTION_MS = 5;

export interface DelayWatch {
  /** How late this process's timers were, p99 in milliseconds. */
  stop(): number;
}

/** Watches whether this process gets to run when it should. */
export function startDelayWatch(): DelayWatch {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  return {
    stop() {
      delay.disable();
      return Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION_MS);
    },
  };
}
