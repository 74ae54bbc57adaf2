import type { Client } from "pg";
import type { CloudEvent } from "./envelope.ts";

const MOST_EVENTS = 200;
const MOST_BYTES = 1_000_000;

/** An event that waits in the outbox. */
export interface OutboxRow {
  /** 64-bit, as text. */
  seq: string;
  event: CloudEvent;
}

/** The first events in the outbox: 200 at most, with 1 MB of data at most; a bigger one comes alone. */
export async function readOutbox(client: Client, source: string): Promise<OutboxRow[]> {
  const { rows } = await client.query<StoredEvent>(
    `select seq, id, sameas, type, subject, data, time from (
       select *, octet_length(data::text) as bytes, sum(octet_length(data::text)) over (order by seq) as total
       from (select * from sliceway.outbox order by seq limit $1) as first
     ) as sized
     where total <= $2 or total = bytes
     order by seq`,
    [MOST_EVENTS, MOST_BYTES],
  );
  return rows.map((row) => ({ seq: row.seq, event: toEvent(row, source) }));
}

export async function deleteFromOutbox(client: Client, seqs: string[]): Promise<void> {
  await client.query("delete from sliceway.outbox where seq = any($1::bigint[])", [seqs]);
}

interface StoredEvent {
  seq: string;
  id: string;
  sameas: string | null;
  type: string;
  subject: string;
  data: unknown;
  time: Date;
}

function toEvent({ id, sameas, type, subject, data, time }: StoredEvent, source: string): CloudEvent {
  return {
    specversion: "1.0",
    id,
    source,
    type,
    subject,
    time: time.toISOString(),
    datacontenttype: "application/json",
    ...(sameas !== null && { sameas }),
    data,
  };
}
