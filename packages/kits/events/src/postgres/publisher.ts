import type { Client } from "pg";
import { connect } from "../connect.ts";
import type { CloudEvent } from "../envelope.ts";
import type { Publisher } from "../transport.ts";
import { LOG_CHANNEL } from "./log-channel.ts";

export async function openPublisher(url: string, source: string): Promise<Publisher> {
  const client = await connect(url, `sliceway relay of ${source}`);
  return {
    publish: (events) => append(client, source, events),
    [Symbol.asyncDispose]: () => client[Symbol.asyncDispose](),
  };
}

async function append(client: Client, source: string, events: CloudEvent[]): Promise<void> {
  await client.query("begin");
  try {
    // Positions of one source are taken and become visible in the same order, whoever else writes at the time.
    await client.query("select pg_advisory_xact_lock(hashtextextended($1, 1))", [source]);
    await client.query(APPEND, [JSON.stringify(events)]);
    await client.query("select pg_notify($1, $2)", [LOG_CHANNEL, source]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

const APPEND = `
  insert into sliceway.log (id, sameas, source, type, subject, time, data)
  select id, sameas, source, type, subject, time, data
  from rows from (
    jsonb_to_recordset($1::jsonb)
      as (id uuid, sameas uuid, source text, type text, subject text, time timestamptz, data jsonb)
  ) with ordinality as event (id, sameas, source, type, subject, time, data, place)
  order by place
  on conflict (id) do nothing`;
