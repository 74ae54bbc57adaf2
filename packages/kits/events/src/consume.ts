import { type Logger, sleep } from "@sliceway/service-kit";
import type { Kysely } from "kysely";
import type { Blockade } from "./blockade.ts";
import { createInlet, type Inlet } from "./inlet.ts";
import type { ConsumerMetrics } from "./metrics/consumer-metrics.ts";
import { countParked } from "./parked.ts";
import type { Reactions } from "./reactions.ts";
import { startForgetting } from "./start-forgetting.ts";
import type { Subscription, Transport } from "./transport.ts";
import { type Turn, takeTurn } from "./turn.ts";

/** While nothing new is read, how often it is looked whether a parked event is due. */
const POLL_MS = 1_000;

interface ConsumeOptions<DB> {
  consumer: string;
  databaseUrl: string;
  liveSince: number;
  db: Kysely<DB>;
  transport: Transport;
  reactions: Reactions<DB>;
  maxAttempts: number;
  maxParked: number;
  metrics: ConsumerMetrics;
  blockade: Blockade;
  log: Logger;
}

/** Waits for the turn and consumes until the signal aborts; rejects if either database or the turn is lost. */
export async function consume<DB>(
  options: ConsumeOptions<DB>,
  signal: AbortSignal,
  underWay: () => void,
): Promise<void> {
  const { consumer, databaseUrl, liveSince, db, transport, reactions, metrics, log } = options;
  await using turn = await takeTurn({ databaseUrl, name: `consumer ${consumer}`, liveSince }, signal);
  if (!turn) return;
  const inlet = createInlet({ ...options, turn });
  const types = Object.keys(reactions);
  await using subscription = await transport.openSubscription({ consumer, types, db, hold: turn.hold });
  await using _forgetting = startForgetting(db, consumer, log);
  using _watched = metrics.watchLag(async () => (await subscription.lag?.()) ?? []);
  while (!signal.aborted) {
    await inlet.retryParked(signal);
    if (await isOverfull(options)) await sleep(POLL_MS, signal).catch(() => {});
    else await receiveNext(options.blockade, { subscription, inlet, turn }, signal);
    await turn.renew();
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
  { subscription, inlet, turn }: { subscription: Subscription; inlet: Inlet; turn: Turn },
  signal: AbortSignal,
): Promise<void> {
  const deliveries = await subscription.next(signal);
  blockade.end();
  for (const delivery of deliveries) {
    // What is left is delivered again.
    if (signal.aborted) return;
    await inlet.receive(delivery);
    await turn.renew();
  }
}
