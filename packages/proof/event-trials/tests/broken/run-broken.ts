import type { Publisher } from "@sliceway/events";
import { runProcess, sleep } from "@sliceway/service-kit";
import { Client } from "pg";
import { readSettings } from "../../src/programs/config.ts";
import { openTransport } from "../../src/programs/open-transport.ts";

interface Relay {
  client: Client;
  publisher: Publisher;
  source: string;
}

/** Runs a relay that is not ours: `drain` again and again. */
export async function runBrokenRelay(drain: (relay: Relay) => Promise<void>): Promise<void> {
  await runProcess("broken relay", async (stack, log, signal) => {
    const settings = readSettings();
    const { source, databaseUrl } = settings;
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    stack.defer(() => client.end());
    const publisher = stack.use(await openTransport(settings, log).openPublisher(source));
    while (!signal.aborted) {
      await drain({ client, publisher, source });
      await sleep(5);
    }
  });
}
