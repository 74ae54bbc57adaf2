import { sleep } from "@sliceway/service-kit";
import { AMQPChannelError } from "rabbitmq-client";
import { queueUnavailable } from "./broker-errors.ts";
import { EXCHANGE, historyOf, invalidQueueOf, markerKeyOf, queueOf } from "./names.ts";
import type { BrokerConnection } from "./open-connection.ts";

async function declareExchange(connection: BrokerConnection): Promise<void> {
  const channel = await connection.openChannel();
  await channel.exchangeDeclare({ exchange: EXCHANGE, type: "topic", durable: true });
  await channel.close();
}

/**
 * RabbitMQ writes the name of a new queue to disk about a second later. If it is killed in between, the queue is gone
 * for good, with all that it has confirmed.
 */
const NAME_WRITTEN_MS = 2_000;

/** The history of a source, before it publishes anything: so every event has at least this queue to go to. */
export async function declareHistory(
  connection: BrokerConnection,
  source: string,
  maxAge: string | undefined,
): Promise<void> {
  await declareExchange(connection);
  const queue = historyOf(source);
  // One that exists keeps its retention: to declare it with another would be refused.
  const exists = await queueExists(connection, queue);
  const channel = await connection.openChannel();
  const retention = maxAge === undefined ? {} : { "x-max-age": maxAge };
  if (!exists) {
    await channel.queueDeclare({
      queue,
      durable: true,
      arguments: { "x-queue-type": "stream", ...retention },
    });
  }
  await channel.close();
  await bindHistory(connection, source);
  if (!exists) await sleep(NAME_WRITTEN_MS);
}

/** Of a history that exists. */
export async function bindHistory(connection: BrokerConnection, source: string): Promise<void> {
  const channel = await connection.openChannel();
  await channel.queueBind({ queue: historyOf(source), exchange: EXCHANGE, routingKey: `${source}.#` });
  await channel.close();
}

/** A consumer's queue and its bindings. Types that it no longer takes stay bound: an older release may take them. */
export async function declareConsumer(
  connection: BrokerConnection,
  { consumer, types, sources }: { consumer: string; types: string[]; sources: string[] },
): Promise<void> {
  await declareExchange(connection);
  const channel = await connection.openChannel();
  const queue = queueOf(consumer);
  const quorum = { "x-queue-type": "quorum" } as const;
  await channel.queueDeclare({ queue: invalidQueueOf(consumer), durable: true, arguments: quorum });
  const oneAtATime = { ...quorum, "x-single-active-consumer": true };
  await channel.queueDeclare({ queue, durable: true, arguments: oneAtATime });
  const keys = [...types, ...sources.map((source) => markerKeyOf(source, consumer))];
  for (const routingKey of keys) await channel.queueBind({ queue, exchange: EXCHANGE, routingKey });
  await channel.close();
}

export async function queueExists(connection: BrokerConnection, queue: string): Promise<boolean> {
  const channel = await connection.openChannel();
  try {
    await channel.queueDeclare({ queue, passive: true });
    return true;
  } catch (error) {
    if (!(error instanceof AMQPChannelError && error.code === "NOT_FOUND")) throw error;
    // The same code also says that the queue is there and cannot be reached.
    if (error.message.includes("is down or inaccessible")) throw queueUnavailable(queue, error);
    return false;
  } finally {
    await channel.close();
  }
}
