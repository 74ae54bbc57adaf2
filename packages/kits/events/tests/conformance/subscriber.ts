import { type Kysely, sql } from "kysely";
import { z } from "zod";
import {
  type CloudEvent,
  type Delivery,
  type Reaction,
  type Reactions,
  type Subscription,
  startConsumer,
  type Transport,
} from "../../src/index.ts";
import { type EffectTables, log, type Slice } from "./slice.ts";

export interface ConsumeOptions {
  liveSince?: number;
  /** Runs in the transaction of each effect, before it. */
  before?: (number: number) => Promise<void> | void;
}

/** A slice that consumes. */
export interface Subscriber {
  consumer: string;
  databaseUrl: string;
  transport: Transport;
  db: Kysely<EffectTables>;
  /** Ids of events that `settle` has settled. */
  received: Set<string>;
  /** Starts a consumer that writes the numbers of these events down: not idempotent, it shows every repetition. */
  consume(types: string[], options?: ConsumeOptions): AsyncDisposable;
  /** `hold`: as a leadership's, which rejects once somebody else has it. */
  subscribe(types: string[], hold?: () => Promise<void>): Promise<Subscription>;
  /** Numbers by aggregate, in the order of their effects. */
  effects(): Promise<Record<string, number[]>>;
}

export function createSubscriber({ name: consumer, databaseUrl, db, transport }: Slice): Subscriber {
  return {
    consumer,
    databaseUrl,
    transport,
    db,
    received: new Set(),
    consume: (types, { liveSince = 1, before = () => {} } = {}) => {
      const writeDown: Reaction<EffectTables> = async (tx, event) => {
        const number = readNumber(event);
        await before(number);
        await tx.insertInto("effect").values({ subject: event.subject, number }).execute();
      };
      const reactions: Reactions<EffectTables> = Object.fromEntries(types.map((type) => [type, writeDown]));
      return startConsumer({ consumer, databaseUrl, liveSince, db, transport, reactions, log });
    },
    subscribe: (types, hold = async () => {}) => transport.openSubscription({ consumer, types, db, hold }),
    async effects() {
      const rows = await db.selectFrom("effect").select(["subject", "number"]).orderBy(sql`place`).execute();
      const bySubject = Map.groupBy(rows, ({ subject }) => subject);
      return Object.fromEntries([...bySubject].map(([id, own]) => [id, own.map(({ number }) => number)]));
    },
  };
}

/** Settles a delivery as a consumer does that has no effects. */
export async function settle(delivery: Delivery, { db, received }: Subscriber): Promise<void> {
  await db.transaction().execute((tx) => delivery.record(tx));
  await delivery.acknowledge();
  received.add(delivery.event.id);
}

/** Takes and settles deliveries until there were `count` that the subscriber had not had; resolves to their numbers. */
export async function take(
  count: number,
  subscription: Subscription,
  subscriber: Subscriber,
): Promise<number[]> {
  const numbers: number[] = [];
  const giveUp = AbortSignal.timeout(30_000);
  while (numbers.length < count) {
    giveUp.throwIfAborted();
    for (const delivery of await subscription.next(giveUp)) {
      if (!subscriber.received.has(delivery.event.id)) numbers.push(numberOf(delivery));
      await settle(delivery, subscriber);
    }
  }
  return numbers;
}

/** Settles what comes until nothing comes. */
export async function takeRest(subscription: Subscription, subscriber: Subscriber): Promise<void> {
  while (true) {
    const deliveries = await subscription.next(new AbortController().signal);
    if (deliveries.length === 0) return;
    for (const delivery of deliveries) await settle(delivery, subscriber);
  }
}

export function numberOf({ event }: Delivery): number {
  return readNumber(event);
}

function readNumber({ data }: CloudEvent): number {
  return z.object({ number: z.number() }).parse(data).number;
}
