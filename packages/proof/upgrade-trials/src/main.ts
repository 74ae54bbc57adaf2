import { runCommand } from "@sliceway/trial-kit";
import { readConfig } from "./config.ts";
import { run } from "./run.ts";

const config = readConfig();
await runCommand((argv, io, signal) => run(argv, config, io, signal));
