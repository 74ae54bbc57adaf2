import {
  createPostgresTransport,
  createRabbitmqTransport,
  startConsumer,
  startRelay,
  type Transport,
} from "@sliceway/events";
import type { Logger } from "@sliceway/service-kit";
import type { SliceConfig } from "./config.ts";
import type { LiveWorkOptions } from "./start-live-work.ts";

/** Hands the slice's events to the others, and theirs to the slice. */
export function startEvents<DB>({
  definition,
  config,
  liveSince,
  db,
  metrics,
  log,
}: LiveWorkOptions<DB>): AsyncDisposable {
  const stack = new AsyncDisposableStack();
  const { slice, databaseUrl } = config;
  const { reactions } = definition;
  const transport = openTransport(config, log);
  const shared = { databaseUrl, liveSince, transport, metrics, log };
  stack.use(startRelay({ source: slice, ...shared }));
  if (reactions) stack.use(startConsumer({ consumer: slice, db, reactions, ...shared }));
  return stack;
}

function openTransport(config: SliceConfig, log: Logger): Transport {
  const { amqpUrl, eventsUrl, eventsRetentionDays: days } = config;
  if (!amqpUrl) return createPostgresTransport({ url: eventsUrl });
  return createRabbitmqTransport({ url: amqpUrl, log, ...(days && { historyMaxAge: `${days}D` }) });
}
