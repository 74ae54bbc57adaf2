import { AMQPChannelError } from "rabbitmq-client";
import { queueUnavailable } from "./broker-failures.ts";
import type { BrokerConnection } from "./open-connection.ts";

/** Throws `QUEUE_UNAVAILABLE` if the broker knows of it and cannot open it. */
export async function queueExists(connection: BrokerConnection, queue: string): Promise<boolean> {
  // To ask for what is not there closes the channel.
  await using channel = await connection.openChannel();
  try {
    await channel.queueDeclare({ queue, passive: true });
    return true;
  } catch (error) {
    if (!isNotFound(error)) throw error;
    if (error.message.includes("is down or inaccessible")) throw queueUnavailable(queue, error);
    return false;
  }
}

export async function exchangeExists(connection: BrokerConnection, exchange: string): Promise<boolean> {
  await using channel = await connection.openChannel();
  try {
    await channel.exchangeDeclare({ exchange, passive: true });
    return true;
  } catch (error) {
    if (!isNotFound(error)) throw error;
    return false;
  }
}

function isNotFound(error: unknown): error is AMQPChannelError {
  return error instanceof AMQPChannelError && error.code === "NOT_FOUND";
}
