#!/usr/bin/env node
import { spawn } from "node:child_process";
import module, { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

// The sources are TypeScript, which Node 24 runs as it is. An older Node runs the one that the project brings along.
if (Number(process.versions.node.split(".")[0]) >= 24) await run();
else runWithProjectsNode();

async function run() {
  // Compiled once, kept for the next time: half the time to start and a fifth less memory.
  module.enableCompileCache(
    fileURLToPath(new URL("../../../../node_modules/.cache/sliceway/compiled", import.meta.url)),
  );
  await import("../src/main.ts");
}

function runWithProjectsNode() {
  const node = createRequire(import.meta.url).resolve("node/bin/node");
  const self = fileURLToPath(import.meta.url);
  const child = spawn(node, [self, ...process.argv.slice(2)], { stdio: "inherit" });
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  child.on("error", (error) => {
    console.error(`Sliceway needs Node 24 or later and could not run ${node}: ${error.message}`);
    console.error("Install Node 24, or run `npm ci` again.");
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    for (const each of signals) process.off(each, forward);
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code ?? 1;
  });
}
