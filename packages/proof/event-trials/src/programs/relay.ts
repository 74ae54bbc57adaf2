import { startRelay } from "@sliceway/events";
import { runProcess } from "@sliceway/service-kit";
import { readSettings } from "./config.ts";
import { openTransport } from "./open-transport.ts";

await runProcess("relay", async (stack, log) => {
  const settings = readSettings();
  const { source, databaseUrl } = settings;
  stack.use(startRelay({ source, databaseUrl, liveSince: 1, transport: openTransport(settings, log), log }));
});
