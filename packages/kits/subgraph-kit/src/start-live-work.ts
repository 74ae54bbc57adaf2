import {
  createPostgresTransport,
  createRabbitmqTransport,
  type EventMetrics,
  startConsumer,
  startRelay,
  type Transport,
} from "@sliceway/events";
import type { Logger } from "@sliceway/service-kit";
import type { Kysely } from "kysely";
import type { SliceConfig } from "./config.ts";
import { startForgetting } from "./mutation/start-forgetting.ts";
import type { SliceDefinition } from "./slice-definition.ts";

interface LiveWorkOptions<DB> {
  definition: Pick<SliceDefinition<DB>, "reactions">;
  config: SliceConfig;
  /** The routing revision that made this release live. */
  liveSince: number;
  db: Kysely<DB>;
  metrics: EventMetrics;
  log: Logger;
}

/** What one release at a time does for a slice, beside answering requests. */
export function startLiveWork<DB>(options: LiveWorkOptions<DB>): AsyncDisposable {
  const stack = new AsyncDisposableStack();
  stack.use(startEvents(options));
  stack.use(startForgetting(options.db, options.log));
  return stack;
}

/** Hands the slice's events to the others, and theirs to the slice. */
function startEvents<DB>({
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
