import type { Server } from "node:http";
import { Server as NetServer } from "node:net";
import { sleep } from "./sleep.ts";
import type { Answers } from "./track-answers.ts";

const POLL_MS = 50;

/**
 * Takes no more connections and waits until those that are open have been closed by an answer that said so, for `ms` at
 * most. An idle one stays open meanwhile: closed by us it might cross with the request that its client sends just now.
 * Readiness stays as it is: whoever asks for it at this address means the process that has taken over as well.
 */
export async function leaveHttp(server: Server, answers: Answers, ms: number): Promise<void> {
  answers.beginClosing(() => undefined);
  // That of an HTTP server would close what is idle.
  NetServer.prototype.close.call(server);
  const until = performance.now() + ms;
  while (performance.now() < until && (await countConnections(server)) > 0) await sleep(POLL_MS);
}

function countConnections(server: Server): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  server.getConnections((_error, count) => resolve(count));
  return promise;
}
