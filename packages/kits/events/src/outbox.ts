import { randomUUID } from "node:crypto";
import { sql, type Transaction } from "kysely";
import type { SchemasOf } from "./contract/schemas-of.ts";
import { createDowncast, type Downcast, type Downcasts } from "./versions/create-downcast.ts";

/** An event as the slice in which it happened publishes it. `time` is ISO 8601; without it the database's clock is read. */
export interface NewEvent<Events, Type extends keyof Events = keyof Events> {
  type: Type;
  /** Id of the aggregate. */
  subject: string;
  data: Events[Type];
  time?: string;
}

/** Any of the events of a slice, type and data belonging together. */
export type AnyNewEvent<Events> = { [Type in keyof Events]: NewEvent<Events, Type> }[keyof Events];

export interface Outbox<Events> {
  /**
   * Writes an event into the transaction of the change, in every version that the contract has of it.
   * Call it with the newest version, after the aggregate's row was written or locked: the sequence taken here then has
   * the order of the changes. Rejects with EventDataError if the data does not fit its schema; what the schema does not
   * describe is not published.
   */
  add<DB>(tx: Transaction<DB>, event: AnyNewEvent<Events>): Promise<void>;
  /** The same for many events, in one statement and in the order given. */
  addAll<DB>(tx: Transaction<DB>, events: AnyNewEvent<Events>[]): Promise<void>;
}

/** The channel on which a slice's relay is notified of new rows. */
export const OUTBOX_CHANNEL = "sliceway_outbox";

/**
 * `Events` maps event types to their data, `schemas` to what is checked, both as generated from the slice's contract.
 * Throws SlicewayError `DOWNCAST_WRONG` if a version of the contract could not be published.
 */
export function createOutbox<Events>(
  schemas: SchemasOf<Events>,
  downcasts: Downcasts<Events> = {},
): Outbox<Events> {
  const downcast = createDowncast(schemas, downcasts);
  const addAll = async <DB>(tx: Transaction<DB>, events: AnyNewEvent<Events>[]) =>
    insert(
      tx,
      events.flatMap((event) => toRows(event, downcast)),
    );
  return { addAll, add: (tx, event) => addAll(tx, [event]) };
}

interface NewRow {
  id: string;
  /** Where there are several versions: the id of the newest. */
  sameas?: string;
  type: string;
  subject: string;
  data: unknown;
  time?: string | undefined;
}

/** The newest version comes first: whoever consumes several has its effect from that one. */
function toRows<Events>({ type, subject, data, time }: AnyNewEvent<Events>, downcast: Downcast): NewRow[] {
  const [newest, ...older] = downcast({ type: String(type), data });
  const id = randomUUID();
  const rest = { subject, time };
  return [
    ...(newest ? [{ id, ...(older.length > 0 && { sameas: id }), ...newest, ...rest }] : []),
    ...older.map((version) => ({ id: randomUUID(), sameas: id, ...version, ...rest })),
  ];
}

async function insert<DB>(tx: Transaction<DB>, rows: NewRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into sliceway.outbox (id, sameas, type, subject, data, time)
    select id, sameas, type, subject, data, coalesce(time, statement_timestamp())
    from rows from (
      jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as (id uuid, sameas uuid, type text, subject text, data jsonb, time timestamptz)
    ) with ordinality as event (id, sameas, type, subject, data, time, place)
    order by place
  `.execute(tx);
  await sql`select pg_notify(${OUTBOX_CHANNEL}, '')`.execute(tx);
}
