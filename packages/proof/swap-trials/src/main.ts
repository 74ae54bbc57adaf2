import { SlicewayError } from "@sliceway/errors";
import { readConfig } from "./config.ts";
import { run } from "./run.ts";

const STOPPED = 130;

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // Whoever asks twice does not want to wait for an orderly end.
    if (stop.signal.aborted) process.exit(STOPPED);
    process.stderr.write("stopping\n");
    stop.abort();
  });
}

try {
  process.exitCode = await run(process.argv.slice(2), readConfig(), stop.signal);
} catch (error) {
  // Whatever still sends requests ends with this process.
  if (stop.signal.aborted) process.exit(STOPPED);
  if (!(error instanceof SlicewayError)) throw error;
  process.stderr.write(`${error.message}\n${error.fix}\n`);
  process.exitCode = 1;
}
