import { startConsumer } from "@sliceway/events";
import { openDatabase, runProcess } from "@sliceway/service-kit";
import { countedBy } from "./change.ts";
import { readSettings } from "./config.ts";
import { type ConsumingTables, writeEffect } from "./effect.ts";
import { openTransport } from "./open-transport.ts";

await runProcess("consumer", async (stack, log) => {
  const settings = readSettings();
  const { source, consumer, databaseUrl } = settings;
  const { db } = stack.use(openDatabase<ConsumingTables>({ url: databaseUrl, name: consumer }, log));
  const transport = openTransport(settings, log);
  const reactions = { [countedBy(source)]: writeEffect };
  stack.use(startConsumer({ consumer, databaseUrl, liveSince: 1, db, transport, reactions, log }));
});
