import { setImmediate } from "node:timers/promises";
import type { Envelope } from "rabbitmq-client";
import { unroutable } from "./broker-failures.ts";
import type { BrokerConnection } from "./open-connection.ts";

/** What goes into a queue. */
export interface Message {
  envelope: Envelope;
  body: Buffer;
}

export interface ConfirmChannel {
  /**
   * Resolves when every message lies in at least one queue and is durable there; the broker takes them in the order
   * given. After a failure the connection is gone, so that nothing sent later can come before what is sent again.
   * Throws `BROKER_LOST`, `BROKER_SILENT`, `BROKER_BLOCKED`, `EVENT_UNROUTABLE`.
   */
  send(messages: Message[]): Promise<void>;
}

export async function openConfirmChannel(connection: BrokerConnection): Promise<ConfirmChannel> {
  const channel = await connection.openChannel();
  const returned: string[] = [];
  channel.on("basic.return", ({ routingKey }) => returned.push(routingKey));
  await channel.confirmSelect();

  const publish = ({ envelope, body }: Message) =>
    channel.basicPublish({ ...envelope, durable: true, mandatory: true }, body);

  return {
    async send(messages) {
      connection.lost.throwIfAborted();
      try {
        await connection.inTime(Promise.all(messages.map(publish)));
        // The client reports a return in the tick of the event loop after the confirm.
        await setImmediate();
        const [routingKey] = returned;
        if (routingKey !== undefined) throw unroutable(routingKey);
      } catch (error) {
        connection.abandon(error);
        throw connection.lost.reason;
      }
    },
  };
}
