import type { QueryExecutorProvider } from "kysely";
import { connect } from "../connect.ts";
import { type CloudEvent, sourceOfType } from "../envelope.ts";
import type { Delivery, Subscription, SubscriptionOptions } from "../transport.ts";
import { createWakeup } from "../wakeup.ts";
import { listPositions, recordPosition } from "./cursors.ts";
import { LOG_CHANNEL } from "./log-channel.ts";
import { type LogRow, readLog } from "./read-log.ts";

const BATCH = 100;
const POLL_MS = 1_000;

export async function openSubscription(
  url: string,
  { consumer, types, db }: SubscriptionOptions,
): Promise<Subscription> {
  const sources = [...new Set(types.map(sourceOfType))];
  const positions = await listPositions(db, consumer);
  const client = await connect(url, `sliceway consumer ${consumer}`);
  const wakeup = createWakeup();
  client.on("notification", ({ payload }) => payload && sources.includes(payload) && wakeup.wake());
  client.on("end", wakeup.wake);
  await client.query(`listen ${LOG_CHANNEL}`);

  let settled: LogRow[] = [];
  return {
    async next(signal) {
      await recordSkipped(db, consumer, settled, types);
      settled = await readLog(client, sources, positions, BATCH);
      for (const { source, position } of settled) positions.set(source, position);
      if (settled.length === 0) await wakeup.wait(POLL_MS, signal);
      return settled.filter(({ type }) => types.includes(type)).map((row) => toDelivery(row, consumer));
    },
    [Symbol.asyncDispose]: () => client.end(),
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

function toDelivery({ position, time, ...row }: LogRow, consumer: string): Delivery {
  const event: CloudEvent = {
    specversion: "1.0",
    ...row,
    time: time.toISOString(),
    datacontenttype: "application/json",
  };
  return {
    event,
    record: (tx) => recordPosition(tx, { consumer, source: row.source, position }),
    // The cursor went into the transaction of the effect: there is nobody else to tell.
    acknowledge: async () => {},
  };
}
