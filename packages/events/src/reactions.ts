import type { Transaction } from "kysely";
import type { z } from "zod";
import type { CloudEvent } from "./envelope.ts";

/** The effect of an event, written in the transaction that also records the event as seen. */
export type Reaction<DB, Data = unknown> = (tx: Transaction<DB>, event: CloudEvent<Data>) => Promise<void>;

/** Event type to its reaction. */
export type Reactions<DB> = Record<string, Reaction<DB>>;

/** Parses an event's data before it reacts; data that does not fit is a poison event. */
export function reaction<DB, Data>(schema: z.ZodType<Data>, react: Reaction<DB, Data>): Reaction<DB> {
  return (tx, event) => react(tx, { ...event, data: schema.parse(event.data) });
}
