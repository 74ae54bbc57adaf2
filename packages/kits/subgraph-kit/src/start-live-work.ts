import type { EventMetrics } from "@sliceway/events";
import type { Logger } from "@sliceway/service-kit";
import type { Kysely } from "kysely";
import type { SliceConfig } from "./config.ts";
import { startForgetting } from "./mutation/start-forgetting.ts";
import type { SliceDefinition } from "./slice-definition.ts";
import { startEvents } from "./start-events.ts";

export interface LiveWorkOptions<DB> {
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
