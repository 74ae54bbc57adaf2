import type { Subscriber } from "../subscribed-types.ts";
import type { Delivery, Subscription, SubscriptionOptions } from "../transport.ts";
import { createWakeup } from "../wakeup.ts";
import { historySilent } from "./broker-failures.ts";
import type { BrokerOptions } from "./broker-options.ts";
import { createDeliver } from "./deliver.ts";
import { finishHistories } from "./finish-histories.ts";
import { openInflow } from "./inflow.ts";
import { openInvalidQueue } from "./invalid-queue.ts";
import { makeConsumerQueue } from "./make-consumer-queue.ts";
import { createMerge } from "./merge.ts";
import { MAKE_MS } from "./name-written.ts";
import { queueOf } from "./names.ts";
import { openConnection } from "./open-connection.ts";
import { openHistories } from "./open-histories.ts";
import { openQueueSize } from "./open-queue-size.ts";

const BATCH = 100;
const POLL_MS = 1_000;
/** A history that lacks a message of the queue (it was too old to be kept) is given up after this time. */
const HELD_UP_MS = 10_000;

export async function openSubscription(
  { url, log }: BrokerOptions,
  options: SubscriptionOptions,
): Promise<Subscription> {
  const { consumer, db } = options;
  const subscriber: Subscriber = { transport: "rabbitmq", consumer };
  await using stack = new AsyncDisposableStack();
  const connection = stack.use(await openConnection(url, `sliceway consumer ${consumer}`));
  await connection.inTime(makeConsumerQueue(connection, subscriber, options), MAKE_MS);
  const wakeup = createWakeup();
  connection.lost.addEventListener("abort", wakeup.wake);
  const histories = await connection.inTime(openHistories(connection, subscriber, options, wakeup.wake));
  const waiting = await connection.inTime(openQueueSize(connection, queueOf(consumer)));
  const invalid = await connection.inTime(openInvalidQueue(connection, consumer, log));
  const inflow = { queue: queueOf(consumer), prefetch: BATCH, onArrival: wakeup.wake };
  const queue = await connection.inTime(openInflow(connection, inflow));
  const merge = createMerge(queue, histories);
  const deliver = createDeliver({ ...options, subscriber, queue, invalid });
  const opened = stack.move();

  let movedAt = performance.now();
  const collect = async (): Promise<Delivery[]> => {
    const deliveries: Delivery[] = [];
    if (!merge.isHeldUp()) movedAt = performance.now();
    while (deliveries.length < BATCH) {
      const step = merge.next();
      if (!step) break;
      movedAt = performance.now();
      const delivery = await deliver(step);
      if (delivery) deliveries.push(delivery);
    }
    if (performance.now() - movedAt > HELD_UP_MS) throw historySilent(consumer);
    return deliveries;
  };

  return {
    async next(signal) {
      await finishHistories(histories, db, subscriber);
      const until = performance.now() + POLL_MS;
      while (true) {
        connection.lost.throwIfAborted();
        const deliveries = await collect();
        const leftMs = until - performance.now();
        if (deliveries.length > 0 || leftMs <= 0 || signal.aborted) return deliveries;
        await wakeup.wait(leftMs, signal);
      }
    },
    lag: async () => [{ source: "*", events: (await waiting()) + queue.unsettled(), oldestAgeSeconds: null }],
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
