#!/usr/bin/env node
import { runProcess } from "@sliceway/service-kit";
import { readConfig } from "./config.ts";
import { startRegistry } from "./server.ts";

await runProcess("registry", async (stack, log) => {
  stack.use(await startRegistry(readConfig(), log));
});
