import { Server } from "node:net";
import { sleep } from "./sleep.ts";
import type { Answers } from "./track-answers.ts";

const POLL_MS = 50;

/**
 * Takes no more connections at any of a server's doors and waits until those that are open have been closed by an
 * answer that said so, for `ms` at most. An idle one stays open meanwhile: closed by us it might cross with the request that its client sends just now.
 * Readiness stays as it is: whoever asks for it at this address means the process that has taken over as well.
 */
export async function leaveHttp(doors: readonly Server[], answers: Answers, ms: number): Promise<void> {
  answers.beginClosing(() => undefined);
  // That of an HTTP server would close what is idle.
  for (const door of doors) Server.prototype.close.call(door);
  const until = performance.now() + ms;
  while (performance.now() < until && (await countConnections(doors)) > 0) await sleep(POLL_MS);
}

async function countConnections(doors: readonly Server[]): Promise<number> {
  const counts = await Promise.all(doors.map(countAt));
  return counts.reduce((sum, count) => sum + count, 0);
}

function countAt(server: Server): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  server.getConnections((_error, count) => resolve(count));
  return promise;
}
