import type { QueryExecutorProvider } from "kysely";
import { connect } from "../connect.ts";
import { type CloudEvent, sourceOfType } from "../envelope.ts";
import { recordHistory, type Subscriber } from "../subscribed-types.ts";
import type { Delivery, Subscription, SubscriptionOptions } from "../transport.ts";
import { createWakeup } from "../wakeup.ts";
import { listPositions, recordPosition } from "./cursors.ts";
import { LOG_CHANNEL } from "./log-channel.ts";
import { openTypeHistory } from "./open-type-history.ts";
import { eventsPruned, refuseGaps } from "./pruned.ts";
import { readLag } from "./read-lag.ts";
import { type LogRow, readLog } from "./read-log.ts";

const BATCH = 100;
const POLL_MS = 1_000;

export async function openSubscription(url: string, options: SubscriptionOptions): Promise<Subscription> {
  const { consumer, types, db } = options;
  const subscriber: Subscriber = { transport: "postgres", consumer };
  const sources = [...new Set(types.map(sourceOfType))];
  await using stack = new AsyncDisposableStack();
  const client = stack.use(await connect(url, `sliceway consumer ${consumer}`));
  const positions = await listPositions(db, consumer, sources);
  await refuseGaps(client, consumer, positions);
  const history = await openTypeHistory(client, subscriber, options, positions);
  const wakeup = createWakeup();
  client.on("notification", ({ payload }) => payload && sources.includes(payload) && wakeup.wake());
  client.on("end", wakeup.wake);
  await client.query(`listen ${LOG_CHANNEL}`);

  let settled: LogRow[] = [];
  const opened = stack.move();
  return {
    async next(signal) {
      await recordSkipped(db, consumer, settled, types);
      settled = [];
      const old = await history.next();
      if (old.length > 0) return old.map((row) => toOldDelivery(row, subscriber));
      const { rows, gaps } = await readLog(client, sources, positions, BATCH);
      if (gaps.length > 0) throw eventsPruned(consumer, gaps);
      settled = rows;
      for (const { source, position } of settled) positions.set(source, position);
      if (settled.length === 0) await wakeup.wait(POLL_MS, signal);
      return settled.filter(({ type }) => types.includes(type)).map((row) => toDelivery(row, consumer));
    },
    lag: async () => readLag(client, sources, await listPositions(db, consumer, sources)),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Without this a restart would read again whatever no reaction has moved the cursor past. */
async function recordSkipped(
  db: QueryExecutorProvider,
  consumer: string,
  settled: LogRow[],
  types: string[],
): Promise<void> {
  const skipped = settled.filter(({ type }) => !types.includes(type));
  for (const [source, position] of new Map(skipped.map((row) => [row.source, row.position]))) {
    await recordPosition(db, { consumer, source, position });
  }
}

function toDelivery(row: LogRow, consumer: string): Delivery {
  const { source, position } = row;
  return {
    event: toEvent(row),
    record: (tx) => recordPosition(tx, { consumer, source, position }),
    // The cursor went into the transaction of the effect: nobody else has to know.
    acknowledge: async () => {},
  };
}

/** Of a type's history: the cursor is past it already. */
function toOldDelivery(row: LogRow, subscriber: Subscriber): Delivery {
  return {
    event: toEvent(row),
    record: (tx) => recordHistory(tx, subscriber, [row.type], row.position),
    acknowledge: async () => {},
  };
}

function toEvent({ position: _, time, sameas, ...row }: LogRow): CloudEvent {
  return {
    specversion: "1.0",
    ...row,
    ...(sameas !== null && { sameas }),
    time: time.toISOString(),
    datacontenttype: "application/json",
  };
}
