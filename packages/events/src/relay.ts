import type { Logger } from "@sliceway/service-kit";
import type { Client } from "pg";
import type { CloudEvent } from "./envelope.ts";
import { keepRunning } from "./keep-running.ts";
import { OUTBOX_CHANNEL } from "./outbox.ts";
import type { Publisher, Transport } from "./transport.ts";
import { type Turn, takeTurn } from "./turn.ts";
import { createWakeup } from "./wakeup.ts";

const BATCH = 200;
const POLL_MS = 1_000;

export interface RelayOptions {
  /** Name of the slice. */
  source: string;
  /** The slice's database. */
  databaseUrl: string;
  /** The routing revision that made this release live. */
  liveSince: number;
  transport: Transport;
  log: Logger;
}

/**
 * Drains the slice's outbox into the transport, in order. Any number of processes may run one: one at a time has the
 * turn, a newer release before an older. Survives the loss of either side.
 */
export function startRelay({
  source,
  databaseUrl,
  liveSince,
  transport,
  log,
}: RelayOptions): AsyncDisposable {
  const work = async (signal: AbortSignal, underWay: () => void) => {
    await using turn = await takeTurn({ databaseUrl, name: "relay", liveSince }, signal);
    if (!turn) return;
    await using publisher = await transport.openPublisher(source);
    await drainUntilStopped(turn, publisher, source, signal, underWay);
  };
  return keepRunning("event relay", work, log);
}

async function drainUntilStopped(
  turn: Turn,
  publisher: Publisher,
  source: string,
  signal: AbortSignal,
  underWay: () => void,
): Promise<void> {
  const wakeup = createWakeup();
  turn.connection.on("notification", wakeup.wake);
  turn.connection.on("end", wakeup.wake);
  await turn.connection.query(`listen ${OUTBOX_CHANNEL}`);
  while (!signal.aborted) {
    const drained = await drainBatch(turn.connection, publisher, source);
    await turn.renew();
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
