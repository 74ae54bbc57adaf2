import type { QueryExecutorProvider } from "kysely";
import { recordHistory, type Subscriber } from "../subscribed-types.ts";
import type { Delivery } from "../transport.ts";
import type { Inflow } from "./inflow.ts";
import type { InvalidQueue } from "./invalid-queue.ts";
import type { Step } from "./merge.ts";
import { readEvent } from "./messages.ts";

export interface DeliverOptions {
  subscriber: Subscriber;
  types: string[];
  queue: Inflow;
  invalid: InvalidQueue;
}

/** What to do with a step: undefined if there is nothing for the consumer in it, and it is settled. */
export function createDeliver({ subscriber, types, queue, invalid }: DeliverOptions) {
  return async (step: Step): Promise<Delivery | undefined> => {
    const { arrival } = step;
    const isWanted = step.from === "queue" ? isEventOf(types, step) : step.isWanted;
    const settle = async () => {
      if (step.from === "queue") queue.acknowledge(arrival);
    };
    const content = isWanted ? readEvent(arrival) : undefined;
    if (content && "event" in content) {
      return { event: content.event, record: (tx) => record(tx, subscriber, step), acknowledge: settle };
    }
    if (content) await invalid(arrival, content.invalid);
    await settle();
    return undefined;
  };
}

/** An older release may have had more types bound. */
function isEventOf(types: string[], { arrival }: Step): boolean {
  return arrival.kind === "event" && types.includes(arrival.type);
}

/** The queue keeps its own progress, a history does not. */
async function record(tx: QueryExecutorProvider, subscriber: Subscriber, step: Step): Promise<void> {
  if (step.from === "queue") return;
  await recordHistory(tx, subscriber, step.from.added, String(step.arrival.offset ?? 0));
}
