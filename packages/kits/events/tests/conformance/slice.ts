import { createLogger } from "@sliceway/service-kit";
import type { Kysely } from "kysely";
import type { Transport } from "../../src/index.ts";

export const log = createLogger({ name: "test", level: "silent" });

export interface EffectTables {
  effect: { subject: string; number: number };
}

/** What a slice has: its own database, and the transport as it sees it. */
export interface Slice {
  name: string;
  databaseUrl: string;
  db: Kysely<EffectTables>;
  transport: Transport;
}
