import { SlicewayError } from "@sliceway/errors";
import { sleep } from "@sliceway/service-kit";
import { Registry } from "prom-client";
import { createBlockade } from "./blockade.ts";
import { consume } from "./consume.ts";
import type { ConsumerParts } from "./consumer-parts.ts";
import { keepRunning } from "./keep-running.ts";
import { createEventMetrics, type EventMetrics } from "./metrics/event-metrics.ts";
import { countParked } from "./parked.ts";

const MAX_ATTEMPTS = 12;
const MAX_PARKED = 1_000;
/** How often it is looked whether somebody has decided what to do about pruned events. */
const PRUNED_POLL_MS = 5_000;

export interface ConsumerOptions<DB> extends ConsumerParts<DB> {
  /** How often an event is tried before it is a dead letter. Default 12, which takes about two minutes. */
  maxAttempts?: number;
  /** Parked events above which nothing new is read. Default 1,000. */
  maxParked?: number;
  metrics?: EventMetrics;
}

/**
 * Lets events have their effect: each once, an aggregate's in order. Progress, inbox and effect are one transaction.
 * Any number of processes may run the same consumer: one at a time leads, a newer release before an older. An
 * event that fails is parked and tried again with a growing pause, and is a dead letter in the end; only its own
 * aggregate waits. While too many are parked nothing new is read. If the log was pruned beyond what was read, the
 * consumer logs `EVENTS_PRUNED` and does nothing until somebody has decided what it should go on with.
 */
export function startConsumer<DB>(options: ConsumerOptions<DB>): AsyncDisposable {
  const { consumer, db, log } = options;
  const { consumer: metrics } = options.metrics ?? createEventMetrics(new Registry());
  const { maxAttempts = MAX_ATTEMPTS, maxParked = MAX_PARKED } = options;
  const blockade = createBlockade(metrics, log);
  const settings = { ...options, maxAttempts, maxParked, metrics, blockade };
  const work = async (signal: AbortSignal, underWay: () => void) => {
    try {
      await consume(settings, signal, underWay);
    } catch (error) {
      if (!isPruned(error)) throw error;
      const { code, message, fix } = error;
      blockade.begin("pruned", () => log.error({ code, fix }, message));
      await sleep(PRUNED_POLL_MS, signal).catch(() => {});
    }
  };
  const stack = new AsyncDisposableStack();
  stack.use(metrics.watchParked(() => countParked(db, consumer)));
  stack.defer(() => metrics.setBlocked(null));
  stack.use(keepRunning("event consumer", work, log));
  return stack;
}

function isPruned(error: unknown): error is SlicewayError {
  return error instanceof SlicewayError && error.code === "EVENTS_PRUNED";
}
