import type { Outbox } from "@sliceway/events";
import type { Logger } from "@sliceway/service-kit";
import type { Kysely } from "kysely";

/** What lives as long as the process. `DB` are the slice's tables, `Events` the events it publishes. */
export interface SliceService<DB, Events = Record<never, never>> {
  /** The slice's name. */
  slice: string;
  db: Kysely<DB>;
  outbox: Outbox<Events>;
  now: () => Date;
  log: Logger;
}
