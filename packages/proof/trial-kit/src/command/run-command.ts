import { SlicewayError } from "@sliceway/errors";

export interface Io {
  /** The result: standard output. */
  print(text: string): void;
  /** What is being done: standard error. */
  progress(text: string): void;
}

/** Resolves to the exit code. Whoever waits long looks at the signal and rejects once all is put away. */
export type Command = (argv: string[], io: Io, signal: AbortSignal) => Promise<number>;

const STOPPED = 130;
const io: Io = {
  print: (text) => void process.stdout.write(`${text}\n`),
  progress: (text) => void process.stderr.write(`${text}\n`),
};

/**
 * Runs a command as this process and sets its exit code. Ctrl-C asks for an orderly end; asked twice, the process ends
 * at once. A SlicewayError is for people: its message and its fix are all that is printed.
 */
export async function runCommand(command: Command): Promise<void> {
  const { signal } = stopOnSignals();
  try {
    process.exitCode = await command(process.argv.slice(2), io, signal);
  } catch (error) {
    // Whatever still works, a load for one, ends with this process.
    if (signal.aborted) process.exit(STOPPED);
    if (!(error instanceof SlicewayError)) throw error;
    io.progress(`${error.message}\n${error.fix}`);
    process.exitCode = 1;
  }
}

function stopOnSignals(): AbortController {
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(STOPPED);
      io.progress("stopping");
      stop.abort();
    });
  }
  return stop;
}
