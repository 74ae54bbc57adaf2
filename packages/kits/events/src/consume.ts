import { sleep } from "@sliceway/service-kit";
import type { Blockade } from "./blockade.ts";
import type { ConsumerParts } from "./consumer-parts.ts";
import { createEventProcessor, type EventProcessor } from "./event-processor.ts";
import { acquireLeadership, type Leadership } from "./leadership.ts";
import type { ConsumerMetrics } from "./metrics/consumer-metrics.ts";
import { countParked } from "./parked.ts";
import { startForgetting } from "./start-forgetting.ts";
import type { Subscription } from "./transport.ts";

/** While nothing new is read, how often it is looked whether a parked event is due. */
const POLL_MS = 1_000;

interface ConsumeOptions<DB> extends ConsumerParts<DB> {
  maxAttempts: number;
  maxParked: number;
  metrics: ConsumerMetrics;
  blockade: Blockade;
}

/** Waits for the leadership and consumes until the signal aborts; rejects if either database or the leadership is lost. */
export async function consume<DB>(
  options: ConsumeOptions<DB>,
  signal: AbortSignal,
  underWay: () => void,
): Promise<void> {
  const { consumer, databaseUrl, liveSince, db, transport, reactions, metrics, log } = options;
  await using leadership = await acquireLeadership(
    { databaseUrl, name: `consumer ${consumer}`, liveSince },
    signal,
  );
  if (!leadership) return;
  const processor = createEventProcessor({ ...options, leadership });
  const types = Object.keys(reactions);
  await using subscription = await transport.openSubscription({ consumer, types, db, hold: leadership.hold });
  await using _forgetting = startForgetting(db, consumer, log);
  using _watched = metrics.watchLag(async () => (await subscription.lag?.()) ?? []);
  while (!signal.aborted) {
    await processor.retryParked(signal);
    if (await isOverfull(options)) await sleep(POLL_MS, signal).catch(() => {});
    else await receiveNext(options.blockade, { subscription, processor, leadership }, signal);
    await leadership.renew();
    underWay();
  }
}

/** A reaction that fails for everything must not copy the whole log into the slice's database. */
async function isOverfull<DB>(options: ConsumeOptions<DB>): Promise<boolean> {
  const { db, consumer, maxParked, blockade, log } = options;
  const { parked } = await countParked(db, consumer);
  if (parked <= maxParked) return false;
  const hint = `too many events are set aside; none are read until they are fewer: sliceway events dead ${consumer}`;
  blockade.begin("parked", () => log.error({ parked, maxParked }, hint));
  return true;
}

async function receiveNext(
  blockade: Blockade,
  {
    subscription,
    processor,
    leadership,
  }: { subscription: Subscription; processor: EventProcessor; leadership: Leadership },
  signal: AbortSignal,
): Promise<void> {
  const deliveries = await subscription.next(signal);
  blockade.end();
  for (const delivery of deliveries) {
    // What is left is delivered again.
    if (signal.aborted) return;
    await processor.receive(delivery);
    await leadership.renew();
  }
}
