import { createPostgresTransport, startConsumer, startRelay } from "@sliceway/events";
import type { Logger } from "@sliceway/service-kit";
import type { Kysely } from "kysely";
import type { SliceConfig } from "./config.ts";
import type { SliceDefinition } from "./slice-definition.ts";

/** Hands the slice's events to the others, and theirs to the slice. */
export function startEvents<DB>(
  { reactions }: Pick<SliceDefinition<DB>, "reactions">,
  config: SliceConfig,
  db: Kysely<DB>,
  log: Logger,
): AsyncDisposable {
  const stack = new AsyncDisposableStack();
  const { slice, databaseUrl } = config;
  const transport = createPostgresTransport({ url: config.eventsUrl });
  stack.use(startRelay({ source: slice, databaseUrl, transport, log }));
  if (reactions) stack.use(startConsumer({ consumer: slice, databaseUrl, db, transport, reactions, log }));
  return stack;
}
