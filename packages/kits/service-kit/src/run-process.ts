import { SlicewayError } from "@sliceway/errors";
import { readLogLevel } from "./config.ts";
import { createLogger, type Logger } from "./create-logger.ts";
import { redact } from "./redact.ts";
import { type StopCause, waitForStop } from "./wait-for-stop.ts";

/** Time after unwinding in which what is still open may close; then the process is ended. */
const LINGER_MS = 5_000;

/**
 * Starts what the process does. Each thing opened goes on `stack`, whose unwinding is the shutdown.
 * `signal` aborts when the process is told to stop while still starting.
 */
export type StartProcess = (stack: AsyncDisposableStack, log: Logger, signal: AbortSignal) => Promise<void>;

/**
 * Runs a process from start to exit code: starts it, waits for SIGTERM or SIGINT, unwinds the stack. A second signal
 * ends it at once. Exit code 0 after an asked-for stop; 1 when it could not start, run on or stop. A `SlicewayError`
 * is printed on standard error as two lines, what and what to do; everything else is logged with its stack.
 */
export async function runProcess(name: string, start: StartProcess): Promise<void> {
  const stop = waitForStop();
  let log: Logger | undefined;
  try {
    log = createLogger({ name, level: readLogLevel() });
    await runUntil(stop.cause, stop.signal, start, log);
  } catch (error) {
    process.exitCode = 1;
    report(error, log);
  }
  endWhenLingering(log);
}

async function runUntil(cause: Promise<StopCause>, signal: AbortSignal, start: StartProcess, log: Logger) {
  await using stack = new AsyncDisposableStack();
  await start(stack, log, signal).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  const stopped = await cause;
  if (stopped.kind === "crash") throw stopped.error;
  log.info({ signal: stopped.signal }, "stopping");
}

function report(error: unknown, log: Logger | undefined) {
  if (error instanceof SlicewayError) process.stderr.write(redact(`${error.message}\n${error.fix}\n`));
  else if (log) log.fatal({ err: error }, "the process failed");
  else throw error;
}

/** A handle somebody forgot must not keep a stopped process alive. The timer itself does not. */
function endWhenLingering(log: Logger | undefined) {
  setTimeout(() => {
    log?.warn({ open: process.getActiveResourcesInfo() }, "something was left open; ending the process");
    process.exit();
  }, LINGER_MS).unref();
}
