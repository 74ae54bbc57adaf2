import { type Logger, sleep } from "@sliceway/service-kit";
import { backOffMs, STEADY_MS } from "./back-off.ts";
import type { Child } from "./start-child.ts";

export interface KeepOptions {
  name: string;
  /** Starts it once more. A rejection counts as an end. */
  start: () => Promise<Child>;
  /** Called with the reason after each end that nobody asked for. */
  onEnd?: (reason: string) => void;
  log: Logger;
}

export interface Kept extends AsyncDisposable {
  /** The process that runs now, if one does. */
  readonly pid: number | null;
  /** Ends what runs now without notice; it is started again. */
  restart(): void;
}

/** Starts a process and starts it again, with growing pauses, whenever it ends, until disposed. */
export function keepRunning({ name, start, onEnd, log }: KeepOptions): Kept {
  const stopping = new AbortController();
  let child: Child | undefined;

  async function run(): Promise<void> {
    for (let restarts = 0; !stopping.signal.aborted; ) {
      const startedAt = Date.now();
      const reason = await runOnce();
      if (stopping.signal.aborted) return;
      restarts = Date.now() - startedAt > STEADY_MS ? 1 : restarts + 1;
      const waitMs = backOffMs(restarts);
      log.error({ process: name, waitMs }, `${name} ended (${reason}); it starts again`);
      onEnd?.(reason);
      await sleep(waitMs, stopping.signal).catch(() => undefined);
    }
  }

  async function runOnce(): Promise<string> {
    try {
      child = await start();
      if (stopping.signal.aborted) await child.stop();
      return await child.ended;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      child = undefined;
    }
  }

  const done = run();
  return {
    get pid() {
      return child?.pid ?? null;
    },
    restart: () => void child?.stop(0),
    [Symbol.asyncDispose]: async () => {
      stopping.abort();
      await child?.stop();
      await done;
    },
  };
}
