import { EXCHANGE } from "./names.ts";
import type { BrokerConnection } from "./open-connection.ts";

/** The exchange of all events. */
export async function declareExchange(connection: BrokerConnection): Promise<void> {
  await using channel = await connection.openChannel();
  await channel.exchangeDeclare({ exchange: EXCHANGE, type: "topic", durable: true });
}
