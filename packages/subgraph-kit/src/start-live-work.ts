import type { Logger } from "@sliceway/service-kit";
import type { Kysely } from "kysely";
import type { SliceConfig } from "./config.ts";
import { startForgetting } from "./mutation/start-forgetting.ts";
import type { SliceDefinition } from "./slice-definition.ts";
import { startEvents } from "./start-events.ts";

/** What one release at a time does for a slice, beside answering requests. */
export function startLiveWork<DB>(
  definition: Pick<SliceDefinition<DB>, "reactions">,
  config: SliceConfig,
  db: Kysely<DB>,
  log: Logger,
): AsyncDisposable {
  const stack = new AsyncDisposableStack();
  stack.use(startEvents(definition, config, db, log));
  stack.use(startForgetting(db, log));
  return stack;
}
