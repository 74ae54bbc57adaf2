import type { Logger } from "@sliceway/service-kit";
import type { Client } from "pg";
import { connect } from "./connect.ts";
import type { CloudEvent } from "./envelope.ts";
import { keepRunning } from "./keep-running.ts";
import { OUTBOX_CHANNEL } from "./outbox.ts";
import { takeSessionLock } from "./session-lock.ts";
import type { Publisher, Transport } from "./transport.ts";
import { createWakeup } from "./wakeup.ts";

const BATCH = 200;
const POLL_MS = 1_000;

export interface RelayOptions {
  /** Name of the slice. */
  source: string;
  /** The slice's database. */
  databaseUrl: string;
  transport: Transport;
  log: Logger;
}

/**
 * Drains the slice's outbox into the transport, in order. Any number of processes may run one: a lock lets a single
 * one drain, and a standby takes over when its connection ends. Survives the loss of either side.
 */
export function startRelay({ source, databaseUrl, transport, log }: RelayOptions): AsyncDisposable {
  const work = async (signal: AbortSignal, underWay: () => void) => {
    await using client = await connect(databaseUrl, "sliceway relay");
    if (!(await takeSessionLock(client, "sliceway relay", signal))) return;
    await using publisher = await transport.openPublisher(source);
    await drainUntilStopped(client, publisher, source, signal, underWay);
  };
  return keepRunning("event relay", work, log);
}

async function drainUntilStopped(
  client: Client,
  publisher: Publisher,
  source: string,
  signal: AbortSignal,
  underWay: () => void,
): Promise<void> {
  const wakeup = createWakeup();
  client.on("notification", wakeup.wake);
  client.on("end", wakeup.wake);
  await client.query(`listen ${OUTBOX_CHANNEL}`);
  while (!signal.aborted) {
    const drained = await drainBatch(client, publisher, source);
    underWay();
    if (drained < BATCH) await wakeup.wait(POLL_MS, signal);
  }
}

/** Rows are deleted by what was published, never by "up to": a smaller number may commit later. */
async function drainBatch(client: Client, publisher: Publisher, source: string): Promise<number> {
  const { rows } = await client.query<OutboxRow>(
    "select seq, id, type, subject, data, time from sliceway.outbox order by seq limit $1",
    [BATCH],
  );
  if (rows.length === 0) return 0;
  await publisher.publish(rows.map((row) => toEvent(row, source)));
  await client.query("delete from sliceway.outbox where seq = any($1::bigint[])", [
    rows.map(({ seq }) => seq),
  ]);
  return rows.length;
}

interface OutboxRow {
  seq: string;
  id: string;
  type: string;
  subject: string;
  data: unknown;
  time: Date;
}

function toEvent({ id, type, subject, data, time }: OutboxRow, source: string): CloudEvent {
  return {
    specversion: "1.0",
    id,
    source,
    type,
    subject,
    time: time.toISOString(),
    datacontenttype: "application/json",
    data,
  };
}
