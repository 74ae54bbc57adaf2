import type { Logger } from "@sliceway/service-kit";
import type { Kysely } from "kysely";
import type { Reactions } from "./reactions.ts";
import type { Transport } from "./transport.ts";

/** What a consumer needs of its slice. */
export interface ConsumerParts<DB> {
  /** Name under which progress is kept in the slice's database. */
  consumer: string;
  /** The slice's database, for a connection that holds the consumer's leadership. */
  databaseUrl: string;
  /** The routing revision that made this release live. */
  liveSince: number;
  db: Kysely<DB>;
  transport: Transport;
  reactions: Reactions<DB>;
  log: Logger;
}
