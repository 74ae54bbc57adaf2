import { createOutbox } from "@sliceway/events";
import type { Logger } from "@sliceway/service-kit";
import type { Kysely } from "kysely";
import type { SliceService } from "./slice-definition.ts";

export function createService<DB, Events>(
  slice: string,
  db: Kysely<DB>,
  log: Logger,
): SliceService<DB, Events> {
  return { slice, db, outbox: createOutbox<Events>(), now: () => new Date(), log };
}
