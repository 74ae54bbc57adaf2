import { declareExchange } from "./declare-exchange.ts";
import { ensureStreams } from "./ensure-streams.ts";
import { EXCHANGE, historyOf } from "./names.ts";
import type { BrokerConnection } from "./open-connection.ts";
import { queueExists } from "./queue-state.ts";

/**
 * Makes the history of a source, before that publishes anything: so every event has at least one queue to go to.
 * `maxAge` holds if it is made now; one that exists keeps what it has. Throws `QUEUE_UNAVAILABLE`.
 */
export async function makeHistory(
  connection: BrokerConnection,
  source: string,
  maxAge: string | undefined,
): Promise<void> {
  await declareExchange(connection);
  const queue = historyOf(source);
  if (!(await queueExists(connection, queue))) {
    await ensureStreams(connection);
    await using channel = await connection.openChannel();
    const retention = maxAge === undefined ? {} : { "x-max-age": maxAge };
    const stream = { "x-queue-type": "stream", ...retention } as const;
    await channel.queueDeclare({ queue, durable: true, arguments: stream });
  }
  await bindHistory(connection, source);
}

/** Of a history that exists. */
export async function bindHistory(connection: BrokerConnection, source: string): Promise<void> {
  await using channel = await connection.openChannel();
  await channel.queueBind({ queue: historyOf(source), exchange: EXCHANGE, routingKey: `${source}.#` });
}
