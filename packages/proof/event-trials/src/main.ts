import { SlicewayError } from "@sliceway/errors";
import { run } from "./run.ts";

const io = {
  print: (text: string) => void process.stdout.write(`${text}\n`),
  progress: (text: string) => void process.stderr.write(`${text}\n`),
};

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

try {
  process.exitCode = await run(process.argv.slice(2), io, stop.signal);
} catch (error) {
  process.exitCode = 1;
  if (error instanceof SlicewayError) io.progress(`${error.message}\n${error.fix}`);
  else if (!stop.signal.aborted) throw error;
}
