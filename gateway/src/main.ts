#!/usr/bin/env node
import "./production.ts";
import { runProcess } from "@sliceway/service-kit";
import { readConfig } from "./config.ts";
import { handOverOnSignal } from "./hand-over-on-signal.ts";

await runProcess("gateway", async (stack, log) => {
  // Apollo reads its settings while it is imported, so it comes after them.
  const { startGateway } = await import("./start-gateway.ts");
  handOverOnSignal(await startGateway(readConfig(), stack, log), log);
});
