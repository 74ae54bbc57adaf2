import { randomUUID } from "node:crypto";
import { sourceOfType } from "../envelope.ts";
import { listTypeProgress, recordComplete, type Subscriber } from "../subscribed-types.ts";
import type { SubscriptionOptions } from "../transport.ts";
import { openConfirmChannel } from "./confirm-channel.ts";
import { queueExists } from "./declare.ts";
import { createHistory, type History, REMEMBERED } from "./history.ts";
import { type Inflow, openInflow } from "./inflow.ts";
import { markerMessage } from "./messages.ts";
import { historyOf } from "./names.ts";
import type { BrokerConnection } from "./open-connection.ts";

const PREFETCH = 500;

/** A history that is being read. */
export interface OpenHistory {
  added: string[];
  history: History;
  inflow: Inflow;
}

/**
 * Opens, by source, the histories that the consumer has not read to the end, from where it stopped. Its queue must
 * be bound before.
 */
export async function openHistories(
  connection: BrokerConnection,
  subscriber: Subscriber,
  { types, db }: SubscriptionOptions,
  onArrival: () => void,
): Promise<Map<string, OpenHistory>> {
  const progress = await listTypeProgress(db, subscriber);
  const added = types.filter((type) => !progress.get(type)?.complete);
  const histories = new Map<string, OpenHistory>();
  for (const [source, own] of Map.groupBy(added, sourceOfType)) {
    // The source makes its history before it publishes, and the bindings were made before this look: no history,
    // nothing missed.
    if (!(await queueExists(connection, historyOf(source)))) {
      await recordComplete(db, subscriber, own);
      continue;
    }
    const positions = new Map(own.map((type) => [type, Number(progress.get(type)?.position ?? -1)]));
    const markerId = randomUUID();
    const marker = await openConfirmChannel(connection);
    await marker.send([markerMessage(source, subscriber.consumer, markerId)]);
    histories.set(source, {
      added: own,
      history: createHistory({ added: positions, types: new Set(types), markerId }),
      inflow: await openInflow(connection, {
        queue: historyOf(source),
        prefetch: PREFETCH,
        offset: Math.max(0, Math.min(...positions.values()) - REMEMBERED),
        onArrival,
      }),
    });
  }
  return histories;
}
