import { randomUUID } from "node:crypto";
import { sourceOfType } from "../envelope.ts";
import { listTypeProgress, recordComplete, type Subscriber, type TypeProgress } from "../subscribed-types.ts";
import type { SubscriptionOptions } from "../transport.ts";
import { openConfirmChannel } from "./confirm-channel.ts";
import { createHistory, type History, REMEMBERED, type StartingPoint } from "./history.ts";
import { type Inflow, openInflow } from "./inflow.ts";
import { bindHistory } from "./make-history.ts";
import { markerMessage } from "./messages.ts";
import { historyOf } from "./names.ts";
import type { BrokerConnection } from "./open-connection.ts";
import { queueExists } from "./queue-state.ts";

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
    if (!(await queueExists(connection, historyOf(source)))) await recordComplete(db, subscriber, own);
    else {
      const markerId = await sendMarker(connection, source, subscriber.consumer);
      const starts = new Map(own.map((type) => [type, startOf(progress.get(type))]));
      const history = createHistory({ added: starts, types: new Set(types), markerId });
      const offset = Math.max(0, Math.min(...starts.values().map(({ position }) => position)) - REMEMBERED);
      const queue = historyOf(source);
      const inflow = await openInflow(connection, { queue, prefetch: PREFETCH, offset, onArrival });
      histories.set(source, { added: own, history, inflow });
    }
  }
  return histories;
}

/** Into the history and the queue. */
async function sendMarker(connection: BrokerConnection, source: string, consumer: string): Promise<string> {
  // The source may have made its history just now, and be about to bind it.
  await bindHistory(connection, source);
  const channel = await openConfirmChannel(connection);
  const id = randomUUID();
  await channel.send([markerMessage(source, consumer, id)]);
  return id;
}

function startOf(progress: TypeProgress | undefined): StartingPoint {
  return { position: Number(progress?.position ?? -1), missed: progress?.missed ?? null };
}
