import { sourceOfType } from "../envelope.ts";
import { forgetTypes, listTypeProgress, recordLeft, type Subscriber } from "../subscribed-types.ts";
import type { SubscriptionOptions } from "../transport.ts";
import { declareConsumer, queueExists } from "./declare.ts";
import { queueOf } from "./names.ts";
import type { BrokerConnection } from "./open-connection.ts";

/** Makes the consumer's queue and its bindings, and notes which types have a history that it must read. */
export async function prepareConsumer(
  connection: BrokerConnection,
  subscriber: Subscriber,
  { consumer, types, db }: SubscriptionOptions,
): Promise<void> {
  // Without a queue nothing was kept for this consumer: all that it takes has a history.
  if (!(await queueExists(connection, queueOf(consumer)))) await forgetTypes(db, subscriber);
  const sources = [...new Set(types.map(sourceOfType))];
  await declareConsumer(connection, { consumer, types, sources });
  for (const [type, { complete, position }] of await listTypeProgress(db, subscriber)) {
    if (complete && !types.includes(type)) await recordLeft(db, subscriber, type, position);
  }
}
