import { SlicewayError } from "@sliceway/errors";
import { run } from "./run.ts";

const io = {
  print: (text: string) => void process.stdout.write(`${text}\n`),
  progress: (text: string) => void process.stderr.write(`${text}\n`),
};

try {
  process.exitCode = await run(process.argv.slice(2), io);
} catch (error) {
  process.exitCode = 1;
  if (!(error instanceof SlicewayError)) throw error;
  io.progress(`${error.message}\n${error.fix}`);
}
