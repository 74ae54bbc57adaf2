import { createOutbox, type SchemasOf } from "@sliceway/events";
import type { Logger } from "@sliceway/service-kit";
import type { Kysely } from "kysely";
import type { SliceDefinition } from "./slice-definition.ts";
import type { SliceService } from "./slice-service.ts";

/** Throws SlicewayError `DOWNCAST_WRONG` if the slice cannot publish a version of its contract. */
export function createService<DB, Events>(
  { publishes, downcasts }: Pick<SliceDefinition<DB, Events>, "publishes" | "downcasts">,
  { slice, db, log }: { slice: string; db: Kysely<DB>; log: Logger },
): SliceService<DB, Events> {
  const outbox = createOutbox<Events>(publishes ?? ({} as SchemasOf<Events>), downcasts);
  return { slice, db, outbox, now: () => new Date(), log };
}
