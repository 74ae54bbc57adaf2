import type { Delivery } from "@sliceway/events";
import { openDatabase, runProcess } from "@sliceway/service-kit";
import type { Kysely } from "kysely";
import { countedBy } from "../../src/programs/change.ts";
import { readSettings } from "../../src/programs/config.ts";
import type { ConsumingTables } from "../../src/programs/effect.ts";
import { openTransport } from "../../src/programs/open-transport.ts";

/** Runs a consumer that is not ours: `receive` for each delivery. */
export async function runBrokenConsumer(
  receive: (db: Kysely<ConsumingTables>, delivery: Delivery) => Promise<void>,
): Promise<void> {
  await runProcess("broken consumer", async (stack, log, signal) => {
    const settings = readSettings();
    const { source, consumer, databaseUrl } = settings;
    const { db } = stack.use(openDatabase<ConsumingTables>({ url: databaseUrl, name: consumer }, log));
    const types = [countedBy(source)];
    // It takes no leadership, so it cannot lose any.
    const options = { consumer, types, db, hold: async () => {} };
    const subscription = stack.use(await openTransport(settings, log).openSubscription(options));
    while (!signal.aborted) {
      for (const delivery of await subscription.next(signal)) await receive(db, delivery);
    }
  });
}
