import { readOutbox } from "./outbox-rows.ts";
import { runBrokenRelay } from "./run-broken.ts";

/** What is deleted and not yet published when it dies is lost. */
await runBrokenRelay(async ({ client, publisher, source }) => {
  const rows = await readOutbox(client, source);
  if (rows.length === 0) return;
  await client.query("delete from sliceway.outbox where seq = any($1::bigint[])", [
    rows.map(({ seq }) => seq),
  ]);
  await publisher.publish(rows.map(({ event }) => event));
});
