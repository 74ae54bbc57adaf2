import { SlicewayError } from "@sliceway/errors";
import { readConfig } from "./config.ts";
import { run } from "./run.ts";

try {
  await run(process.argv.slice(2), readConfig());
} catch (error) {
  if (!(error instanceof SlicewayError)) throw error;
  process.stderr.write(`${error.message}\n${error.fix}\n`);
  process.exitCode = 1;
}
