import { readOutbox } from "./outbox-rows.ts";
import { runBrokenRelay } from "./run-broken.ts";

const SAVE = `
  insert into sliceway.cursor (consumer, source, position) values ('relay', 'outbox', $1)
  on conflict (consumer, source) do update set position = excluded.position`;

/** What has taken its number early and is committed late is skipped. */
await runBrokenRelay(async ({ client, publisher, source }) => {
  const { rows: cursors } = await client.query<{ position: string }>(
    "select position from sliceway.cursor where consumer = 'relay'",
  );
  const rows = await readOutbox(client, source, cursors[0]?.position);
  if (rows.length === 0) return;
  await publisher.publish(rows.map(({ event }) => event));
  await client.query(SAVE, [rows.at(-1)?.seq]);
  await client.query("delete from sliceway.outbox where seq = any($1::bigint[])", [
    rows.map(({ seq }) => seq),
  ]);
});
