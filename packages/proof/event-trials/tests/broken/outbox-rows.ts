import type { CloudEvent } from "@sliceway/events";
import type { Client } from "pg";

export interface Row {
  seq: string;
  event: CloudEvent;
}

interface Stored {
  seq: string;
  id: string;
  type: string;
  subject: string;
  data: unknown;
  time: Date;
}

/** The first events of an outbox after a number. */
export async function readOutbox(client: Client, source: string, after = "0"): Promise<Row[]> {
  const { rows } = await client.query<Stored>(
    "select seq, id, type, subject, data, time from sliceway.outbox where seq > $1 order by seq limit 50",
    [after],
  );
  return rows.map(({ seq, time, ...rest }) => ({
    seq,
    event: {
      specversion: "1.0",
      source,
      ...rest,
      time: time.toISOString(),
      datacontenttype: "application/json",
    },
  }));
}
