import type { Logger } from "@sliceway/service-kit";
import type { BlockedBy, ConsumerMetrics } from "./metrics/consumer-metrics.ts";

/** Whether a consumer reads nothing new, and why. Each change is said once, in the log and in the metrics. */
export interface Blockade {
  begin(reason: BlockedBy, say: () => void): void;
  end(): void;
}

export function createBlockade(metrics: ConsumerMetrics, log: Logger): Blockade {
  let current: BlockedBy | null = null;
  return {
    begin(reason, say) {
      if (current === reason) return;
      current = reason;
      metrics.setBlocked(reason);
      say();
    },
    end() {
      if (!current) return;
      current = null;
      metrics.setBlocked(null);
      log.info("events are read again");
    },
  };
}
