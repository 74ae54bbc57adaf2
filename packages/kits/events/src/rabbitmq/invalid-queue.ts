import type { Logger } from "@sliceway/service-kit";
import { openConfirmChannel } from "./confirm-channel.ts";
import type { Arrival } from "./messages.ts";
import { invalidQueueOf } from "./names.ts";
import type { BrokerConnection } from "./open-connection.ts";

const LONGEST_REASON = 1_000;

/** Puts messages that are no events where somebody can look at them, so that they do not stop the queue. */
export type InvalidQueue = (arrival: Arrival, reason: string) => Promise<void>;

export async function openInvalidQueue(
  connection: BrokerConnection,
  consumer: string,
  log: Logger,
): Promise<InvalidQueue> {
  const channel = await openConfirmChannel(connection);
  const queue = invalidQueueOf(consumer);
  return async ({ type, id, body }, reason) => {
    log.error({ type, id, reason, queue }, "a message is no event; moved");
    const headers = { "sliceway-reason": reason.slice(0, LONGEST_REASON), "sliceway-routing-key": type };
    const envelope = { routingKey: queue, messageId: id, headers };
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
    await channel.send([{ envelope, body: bytes }]);
  };
}
