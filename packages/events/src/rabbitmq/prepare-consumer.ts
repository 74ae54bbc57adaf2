import { sourceOfType } from "../envelope.ts";
import { forgetTypes, type Subscriber } from "../subscribed-types.ts";
import type { SubscriptionOptions } from "../transport.ts";
import { declareConsumer, queueExists } from "./declare.ts";
import { queueOf } from "./names.ts";
import type { BrokerConnection } from "./open-connection.ts";

/** Makes the consumer's queue and its bindings. */
export async function prepareConsumer(
  connection: BrokerConnection,
  subscriber: Subscriber,
  { consumer, types, db }: SubscriptionOptions,
): Promise<void> {
  // Without a queue nothing was kept for this consumer: all that it takes has a history.
  if (!(await queueExists(connection, queueOf(consumer)))) await forgetTypes(db, subscriber);
  const sources = [...new Set(types.map(sourceOfType))];
  await declareConsumer(connection, { consumer, types, sources });
}
