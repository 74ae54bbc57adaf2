import { sql, type Transaction } from "kysely";

/** An event as the slice that it happened in tells it. `time` is ISO 8601; without it the database's clock is read. */
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
   * Writes an event into the transaction of the change that it tells of. Call it after the aggregate's row was
   * written or locked: the sequence taken here then has the order of the changes.
   */
  add<DB>(tx: Transaction<DB>, event: AnyNewEvent<Events>): Promise<void>;
  /** The same for many events, in one statement and in the order given. */
  addAll<DB>(tx: Transaction<DB>, events: AnyNewEvent<Events>[]): Promise<void>;
}

/** The channel on which a slice's relay hears of new rows. */
export const OUTBOX_CHANNEL = "sliceway_outbox";

/** `Events` maps event types to their data, as a slice's contract declares them. */
export function createOutbox<Events>(): Outbox<Events> {
  return {
    add: (tx, event) => insert(tx, [event]),
    addAll: (tx, events) => insert(tx, events),
  };
}

async function insert<DB, Events>(tx: Transaction<DB>, events: AnyNewEvent<Events>[]): Promise<void> {
  if (events.length === 0) return;
  await sql`
    insert into sliceway.outbox (type, subject, data, time)
    select type, subject, data, coalesce(time, clock_timestamp())
    from rows from (
      jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
        as (type text, subject text, data jsonb, time timestamptz)
    ) with ordinality as event (type, subject, data, time, place)
    order by place
  `.execute(tx);
  await sql`select pg_notify(${OUTBOX_CHANNEL}, '')`.execute(tx);
}
