import type { Logger } from "@sliceway/service-kit";
import { Registry } from "prom-client";
import { connect } from "./connect.ts";
import { keepRunning } from "./keep-running.ts";
import { acquireLeadership, type Leadership } from "./leadership.ts";
import { createEventMetrics, type EventMetrics } from "./metrics/event-metrics.ts";
import type { RelayMetrics } from "./metrics/relay-metrics.ts";
import { OUTBOX_CHANNEL } from "./outbox.ts";
import { type OutboxBacklog, readOutboxBacklog } from "./outbox-backlog.ts";
import { deleteFromOutbox, readOutbox } from "./outbox-rows.ts";
import type { Publisher, Transport } from "./transport.ts";
import { createWakeup } from "./wakeup.ts";

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
  metrics?: EventMetrics;
}

/**
 * Drains the slice's outbox into the transport, in order. Any number of processes may run one: one at a time
 * leads, a newer release before an older. Survives the loss of either side.
 */
export function startRelay(options: RelayOptions): AsyncDisposable {
  const { source, databaseUrl, liveSince, transport, log } = options;
  const { relay: metrics } = options.metrics ?? createEventMetrics(new Registry());
  const work = async (signal: AbortSignal, underWay: () => void) => {
    await using leadership = await acquireLeadership({ databaseUrl, name: "relay", liveSince }, signal);
    if (!leadership) return;
    await using publisher = await transport.openPublisher(source);
    await drainUntilStopped({ leadership, publisher, source, metrics }, signal, underWay);
  };
  const stack = new AsyncDisposableStack();
  // All the time: when the transport is away the outbox grows, and no relay leads for long.
  stack.use(metrics.watchOutbox(() => measureOutbox(databaseUrl)));
  stack.use(keepRunning("event relay", work, log));
  return stack;
}

async function measureOutbox(databaseUrl: string): Promise<OutboxBacklog> {
  await using connection = await connect(databaseUrl, "sliceway metrics");
  return await readOutboxBacklog(connection);
}

interface Drain {
  leadership: Leadership;
  publisher: Publisher;
  source: string;
  metrics: RelayMetrics;
}

async function drainUntilStopped(drain: Drain, signal: AbortSignal, underWay: () => void): Promise<void> {
  const { leadership } = drain;
  const wakeup = createWakeup();
  leadership.connection.on("notification", wakeup.wake);
  leadership.connection.on("end", wakeup.wake);
  await leadership.connection.query(`listen ${OUTBOX_CHANNEL}`);
  while (!signal.aborted) {
    const drained = await drainBatch(drain);
    await leadership.renew();
    underWay();
    if (drained === 0) await wakeup.wait(POLL_MS, signal);
  }
}

/** Rows are deleted by what was published, never by "up to": a smaller number may commit later. */
async function drainBatch({ leadership, publisher, source, metrics }: Drain): Promise<number> {
  const rows = await readOutbox(leadership.connection, source);
  if (rows.length === 0) return 0;
  const events = rows.map(({ event }) => event);
  await publisher.publish(events);
  metrics.published(events);
  await deleteFromOutbox(
    leadership.connection,
    rows.map(({ seq }) => seq),
  );
  return rows.length;
}
