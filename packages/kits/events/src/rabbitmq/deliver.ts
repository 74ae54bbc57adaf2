import type { QueryExecutorProvider } from "kysely";
import { recordHistory, recordMissed, type Subscriber } from "../subscribed-types.ts";
import type { Delivery, SubscriptionOptions } from "../transport.ts";
import type { Inflow } from "./inflow.ts";
import type { InvalidQueue } from "./invalid-queue.ts";
import type { Step } from "./merge.ts";
import { type Arrival, readEvent } from "./messages.ts";

export interface DeliverOptions extends SubscriptionOptions {
  subscriber: Subscriber;
  queue: Inflow;
  invalid: InvalidQueue;
}

/** Makes a delivery of a step; undefined if there is nothing for the consumer in it, and it is settled. */
export type Deliver = (step: Step) => Promise<Delivery | undefined>;

export function createDeliver({ subscriber, types, db, hold, queue, invalid }: DeliverOptions): Deliver {
  const passOver = createPassOver(db, subscriber);
  return async (step) => {
    const { arrival } = step;
    const settle = async () => {
      if (step.from === "queue") queue.acknowledge(arrival);
    };
    if (isWanted(step, types)) {
      const content = readEvent(arrival);
      if ("event" in content) {
        return { event: content.event, record: createRecord(subscriber, step), acknowledge: settle };
      }
      await invalid(arrival, content.invalid);
    } else if (step.from === "queue") await passOver(arrival);
    // A release that has just become the leader may have sent it, and cannot go on without.
    if (step.from === "queue" && arrival.kind === "marker") await hold(db);
    await settle();
    return undefined;
  };
}

function isWanted(step: Step, types: string[]): boolean {
  if (step.from !== "queue") return step.isWanted;
  return step.arrival.kind === "event" && types.includes(step.arrival.type);
}

/** Of a type that another release consumes: should that come back, its history begins here. */
function createPassOver(db: QueryExecutorProvider, subscriber: Subscriber) {
  const noted = new Set<string>();
  return async ({ kind, type, id }: Arrival): Promise<void> => {
    if (kind !== "event" || id === "" || noted.has(type)) return;
    await recordMissed(db, subscriber, type, id);
    noted.add(type);
  };
}

/** The queue keeps its own progress, a history does not. */
function createRecord(subscriber: Subscriber, step: Step): Delivery["record"] {
  if (step.from === "queue") return async () => {};
  const position = String(step.arrival.offset ?? 0);
  const started = step.from.history.started();
  return (tx) => recordHistory(tx, subscriber, started, position);
}
