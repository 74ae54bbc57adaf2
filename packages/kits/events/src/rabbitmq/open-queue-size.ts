import type { BrokerConnection } from "./open-connection.ts";

/** Says how many messages wait in a queue, without those that are on their way to a consumer. */
export async function openQueueSize(
  connection: BrokerConnection,
  queue: string,
): Promise<() => Promise<number>> {
  const channel = await connection.openChannel();
  return async () => (await channel.queueDeclare({ queue, passive: true })).messageCount;
}
