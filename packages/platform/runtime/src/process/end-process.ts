import { sleep } from "@sliceway/service-kit";
import { isRunning, type KnownProcess } from "./process-start.ts";

const POLL_MS = 20;
const KILL_WAIT_MS = 5_000;

/**
 * Asks a process that leads its own group to stop, and after `graceMs` ends the group (SIGKILL). Resolves when it is gone. A process that only bears its number is left alone.
 */
export async function endProcess(
  known: KnownProcess,
  graceMs: number,
  how: NodeJS.Signals = "SIGTERM",
): Promise<void> {
  if (!isRunning(known)) return;
  signal(known.pid, how);
  if (await waitForEnd(known, graceMs)) return;
  killGroup(known);
  await waitForEnd(known, KILL_WAIT_MS);
}

/** Ends a process and its children at once. */
export function killGroup(known: KnownProcess): void {
  if (isRunning(known)) signal(-known.pid, "SIGKILL");
}

function signal(target: number, name: NodeJS.Signals): void {
  try {
    process.kill(target, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

async function waitForEnd(known: KnownProcess, waitMs: number): Promise<boolean> {
  const startedAt = performance.now();
  while (isRunning(known)) {
    if (performance.now() - startedAt > waitMs) return false;
    await sleep(POLL_MS);
  }
  return true;
}
