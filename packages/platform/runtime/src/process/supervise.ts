import { backOffMs, type Logger, sleep } from "@sliceway/service-kit";
import { endProcess, killGroup } from "./end-process.ts";
import { type ChildContext, type RunningChild, runChild } from "./run-child.ts";
import type { ChildCommand } from "./start-child.ts";
import { watchHealth } from "./watch-health.ts";

/** Longer than any of our processes takes to answer what it has in flight. */
const STOP_GRACE_MS = 15_000;
/** The same for one that waits until its clients have gone to another. */
const LEAVE_GRACE_MS = 30_000;
/** Short enough that a process which may live again is back within seconds. */
const BACK_OFF = { firstMs: 200, longestMs: 3_000, random: () => 1 };
const LEAVE = "another has taken over";
/** Who has lived so long begins anew with the shortest back-off. */
const STEADY_MS = 20_000;

export interface SuperviseOptions {
  /** `gateway`, or a release such as `posts@3f9c2a1b04de`. */
  name: string;
  children: ChildContext;
  /** Says how to start it, anew for each start. A rejection counts as a failed start. */
  prepare(signal: AbortSignal): Promise<ChildCommand & { port: number }>;
  onReady?: (() => void) | undefined;
  /** It ended before it was ready, or could not be started: why, and how many starts in a row went wrong. */
  onFailedStart?: ((reason: string, failures: number) => void) | undefined;
  /** It runs, but has not become ready for long. */
  onOverdue?: ((reason: string) => void) | undefined;
  log: Logger;
}

interface Life {
  reason: string;
  wasReady: boolean;
  ms: number;
}

export interface Supervised extends AsyncDisposable {
  /** Stops it without haste (SIGUSR2), because another process has taken its place. Resolves when it has ended. */
  leave(): Promise<void>;
}

/**
 * Keeps a process running: starts it, watches its health, and starts it again with back-off when it ends.
 * Disposing stops it: SIGTERM, and SIGKILL if that does not help.
 */
export function supervise(options: SuperviseOptions): Supervised {
  const stop = new AbortController();
  const ended = keepRunning(options, AbortSignal.any([stop.signal, options.children.killed]));
  return {
    leave: async () => {
      stop.abort(LEAVE);
      await ended;
    },
    async [Symbol.asyncDispose]() {
      stop.abort();
      await ended;
    },
  };
}

async function keepRunning(options: SuperviseOptions, signal: AbortSignal): Promise<void> {
  const { name, log, onFailedStart } = options;
  for (let failures = 0; !signal.aborted; ) {
    const life = await live(options, signal).catch(failedStart);
    if (signal.aborted) return;
    failures = life.wasReady && life.ms > STEADY_MS ? 1 : failures + 1;
    const pauseMs = backOffMs(failures, BACK_OFF);
    log.warn({ process: name, again: `in ${pauseMs} ms` }, `${name} ended: ${life.reason}`);
    if (!life.wasReady) onFailedStart?.(life.reason, failures);
    await sleep(pauseMs, signal).catch(() => {});
  }
}

/** One life of the process, from start to end. */
async function live(options: SuperviseOptions, signal: AbortSignal): Promise<Life> {
  const command = await options.prepare(signal);
  signal.throwIfAborted();
  const startedAt = performance.now();
  const child = await runChild(options.children, options.name, command);
  using over = endWith(child, signal, options.children.killed);
  let wasReady = false;
  const watching = watchHealth(
    `http://127.0.0.1:${command.port}`,
    {
      onReady: () => {
        wasReady = true;
        options.onReady?.();
      },
      onOverdue: (reason) => options.onOverdue?.(reason),
      onDead: () => killGroup(child),
    },
    over.signal,
  );
  const { reason } = await child.end;
  over.end();
  await watching;
  return { reason, wasReady, ms: performance.now() - startedAt };
}

/** Stops the child when `signal` aborts, ends it when `killed` does; `signal` of the result aborts when it is over. */
function endWith(child: RunningChild, signal: AbortSignal, killed: AbortSignal) {
  const over = new AbortController();
  const stop = () =>
    void (signal.reason === LEAVE
      ? endProcess(child, LEAVE_GRACE_MS, "SIGUSR2")
      : endProcess(child, STOP_GRACE_MS));
  const kill = () => killGroup(child);
  signal.addEventListener("abort", stop, { once: true });
  killed.addEventListener("abort", kill, { once: true });
  if (signal.aborted) stop();
  return {
    signal: AbortSignal.any([signal, over.signal]),
    end: () => over.abort(),
    [Symbol.dispose]() {
      over.abort();
      signal.removeEventListener("abort", stop);
      killed.removeEventListener("abort", kill);
    },
  };
}

function failedStart(error: unknown): Life {
  return { reason: error instanceof Error ? error.message : String(error), wasReady: false, ms: 0 };
}
