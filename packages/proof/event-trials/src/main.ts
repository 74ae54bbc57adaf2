import { runCommand } from "@sliceway/trial-kit";
import { run } from "./run.ts";

await runCommand(run);
