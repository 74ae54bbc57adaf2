import type { Transaction } from "kysely";
import type { ConsumerParts } from "./consumer-parts.ts";
import { describeForLog, reasonOf } from "./describe-failure.ts";
import type { CloudEvent } from "./envelope.ts";
import { recordReceived } from "./inbox.ts";
import type { Leadership } from "./leadership.ts";
import type { ConsumerMetrics, Outcome } from "./metrics/consumer-metrics.ts";
import { type DueEvent, hasParked, listDue, parkBehind, parkFailed, unpark } from "./parked.ts";
import { planRetry } from "./plan-retry.ts";
import type { Delivery } from "./transport.ts";

export interface EventProcessorOptions<DB>
  extends Pick<ConsumerParts<DB>, "consumer" | "db" | "reactions" | "log"> {
  leadership: Pick<Leadership, "hold" | "renew">;
  maxAttempts: number;
  metrics: ConsumerMetrics;
}

/** Lets events have their effect in a slice. Its calls reject if the database cannot be written, or the leadership is over. */
export interface EventProcessor {
  /** Settles a delivery: afterwards the event has had its effect or is parked. */
  receive(delivery: Delivery): Promise<void>;
  /** Tries the parked events whose time has come. */
  retryParked(signal: AbortSignal): Promise<void>;
}

export function createEventProcessor<DB>(options: EventProcessorOptions<DB>): EventProcessor {
  return new TransactionalProcessor(options);
}

type Work<DB, T> = (tx: Transaction<DB>) => Promise<T>;

class TransactionalProcessor<DB> implements EventProcessor {
  readonly #options: EventProcessorOptions<DB>;

  constructor(options: EventProcessorOptions<DB>) {
    this.#options = options;
  }

  async receive(delivery: Delivery): Promise<void> {
    const { event } = delivery;
    const startedAt = performance.now();
    const outcome = await this.#process(delivery).catch(async (error): Promise<Outcome> => {
      await this.#setAside(event, 1, error, (tx) => delivery.record(tx));
      return "parked";
    });
    this.#options.metrics.settled(event, outcome, performance.now() - startedAt);
    await delivery.acknowledge();
  }

  async retryParked(signal: AbortSignal): Promise<void> {
    const { db, consumer, leadership } = this.#options;
    // A success makes the next of its aggregate due, so there may be more at once; a failure is due later.
    for (let succeeded = true; succeeded && !signal.aborted; ) {
      succeeded = false;
      for (const due of await listDue(db, consumer)) {
        if (signal.aborted) return;
        if (await this.#retry(due)) succeeded = true;
        await leadership.renew();
      }
    }
  }

  #process(delivery: Delivery): Promise<Outcome> {
    const { consumer } = this.#options;
    const { event } = delivery;
    return this.#inTransaction(async (tx) => {
      await delivery.record(tx);
      if (!(await hasParked(tx, consumer, event))) return this.#applyOnce(tx, event);
      await parkBehind(tx, consumer, event);
      return "parked";
    });
  }

  async #retry({ event, attempts, hasFailed }: DueEvent): Promise<boolean> {
    const { consumer, metrics, log } = this.#options;
    const startedAt = performance.now();
    try {
      const outcome = await this.#inTransaction(async (tx) => {
        await unpark(tx, consumer, event.id);
        return this.#applyOnce(tx, event);
      });
      metrics.settled(event, outcome, performance.now() - startedAt);
    } catch (error) {
      await this.#setAside(event, attempts + 1, error);
      return false;
    }
    if (hasFailed) log.info({ type: event.type, id: event.id }, "an event that had failed had its effect");
    return true;
  }

  async #applyOnce(tx: Transaction<DB>, event: CloudEvent): Promise<Outcome> {
    const { consumer, reactions } = this.#options;
    const react = reactions[event.type];
    // Of a version that only another release consumes; here the same may come in one that this release consumes.
    if (!react || !(await recordReceived(tx, consumer, event))) return "repeated";
    await react(tx, event);
    return "applied";
  }

  /** `alongside` is what must be written even so. */
  async #setAside(
    event: CloudEvent,
    attempts: number,
    error: unknown,
    alongside?: Work<DB, void>,
  ): Promise<void> {
    const { consumer, maxAttempts, log } = this.#options;
    const retryInMs = planRetry(error, attempts, maxAttempts);
    await this.#inTransaction(async (tx) => {
      await alongside?.(tx);
      await parkFailed(tx, consumer, event, { attempts, reason: reasonOf(error), retryInMs });
    });
    const what = { type: event.type, id: event.id, attempts, ...describeForLog(error) };
    if (retryInMs === null)
      log.error(what, `an event is a dead letter now: sliceway events dead ${consumer}`);
    else if (attempts === 1) log.warn(what, "an event failed and was set aside; it is tried again");
  }

  #inTransaction<T>(work: Work<DB, T>): Promise<T> {
    const { db, leadership } = this.#options;
    return db.transaction().execute(async (tx) => {
      await leadership.hold(tx);
      return work(tx);
    });
  }
}
