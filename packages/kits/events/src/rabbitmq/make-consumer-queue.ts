import { sleep } from "@sliceway/service-kit";
import { sourceOfType } from "../envelope.ts";
import { forgetTypes, listTypeProgress, recordTypes, type Subscriber } from "../subscribed-types.ts";
import type { SubscriptionOptions } from "../transport.ts";
import { declareExchange } from "./declare-exchange.ts";
import { NAME_WRITTEN_MS } from "./name-written.ts";
import { EXCHANGE, invalidQueueOf, markerKeyOf, queueOf } from "./names.ts";
import type { BrokerConnection } from "./open-connection.ts";
import { queueExists } from "./queue-state.ts";

const QUORUM = { "x-queue-type": "quorum" } as const;

/**
 * Makes the consumer's queue and its bindings, and then puts its types on record. A queue of a consumer without a
 * record was not made to the end: it may be unusable, so it is made again. Types that are consumed no more stay bound: an
 * older release may consume them.
 */
export async function makeConsumerQueue(
  connection: BrokerConnection,
  subscriber: Subscriber,
  { consumer, types, db }: SubscriptionOptions,
): Promise<void> {
  await declareExchange(connection);
  const queue = queueOf(consumer);
  const isThere = await queueExists(connection, queue);
  // Without a queue nothing was kept for this consumer: all that it consumes has a history.
  if (!isThere) await forgetTypes(db, subscriber);
  const wasMade = isThere && (await listTypeProgress(db, subscriber)).size > 0;

  await using channel = await connection.openChannel();
  if (isThere && !wasMade) await channel.queueDelete({ queue });
  const oneAtATime = { ...QUORUM, "x-single-active-consumer": true };
  await channel.queueDeclare({ queue, durable: true, arguments: oneAtATime });
  await channel.queueDeclare({ queue: invalidQueueOf(consumer), durable: true, arguments: QUORUM });
  for (const routingKey of [...types, ...markerKeys(consumer, types)]) {
    await channel.queueBind({ queue, exchange: EXCHANGE, routingKey });
  }
  if (wasMade) return;
  await sleep(NAME_WRITTEN_MS);
  await recordTypes(db, subscriber, types);
}

function markerKeys(consumer: string, types: string[]): string[] {
  const sources = new Set(types.map(sourceOfType));
  return [...sources].map((source) => markerKeyOf(source, consumer));
}
