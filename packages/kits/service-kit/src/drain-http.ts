import type { Server } from "node:http";
import type { Server as Door } from "node:net";
import { setImmediate } from "node:timers/promises";
import { sleep } from "./sleep.ts";
import type { Answers } from "./track-answers.ts";
import type { SilentSockets } from "./track-silent-sockets.ts";

export interface DrainOptions {
  /** How long answers in flight may take once the server is being disposed; then they are cut. Default 10 s. */
  drainMs?: number;
  /** How long to go on accepting after readiness is off, for balancers that ask `/readyz`. Default 0. */
  lingerMs?: number;
  /** Told that draining begins, so that `/readyz` answers 503 and long answers end. */
  health?: { draining: boolean };
}

/** Ends a server and its doors without dropping a request it has received; after `drainMs` what is left is cut. */
export async function drainHttp(
  server: Server,
  doors: readonly Door[],
  { answers, silent }: { answers: Answers; silent: SilentSockets },
  { drainMs = 10_000, lingerMs = 0, health }: DrainOptions,
): Promise<void> {
  if (health) health.draining = true;
  // An answer whose head was already sent as keep-alive leaves an idle connection behind: close it then.
  answers.beginClosing(() => server.closeIdleConnections());
  if (lingerMs > 0) await sleep(lingerMs);
  // What has reached this machine counts as received: let the event loop read it before idle means idle.
  await setImmediate();
  const closed = close(server, doors, drainMs);
  silent.close();
  await closed;
}

async function close(server: Server, doors: readonly Door[], drainMs: number): Promise<void> {
  const closed = doors.map(closeDoor);
  const timer = setTimeout(() => server.closeAllConnections(), drainMs);
  await Promise.all(closed);
  clearTimeout(timer);
}

function closeDoor(door: Door): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  door.close(() => resolve());
  return promise;
}
