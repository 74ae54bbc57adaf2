import { Agent, type IncomingMessage, request } from "node:http";
import { sleep } from "@sliceway/service-kit";

export interface Load {
  /** Requests that were answered so far. */
  readonly answered: number;
  /** What went wrong with the others. */
  readonly failed: string[];
  /** Sends no more, and resolves when all are answered or have failed. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 10_000;
const TICK_MS = 5;

/**
 * Asks for `paths` in turn, each of them once on a connection that is kept and once on a fresh one, at fixed moments
 * whether or not the ones before were answered.
 */
export function startLoad(origin: string, paths: readonly string[], perSecond: number): Load {
  const kept = new Agent({ keepAlive: true });
  const failed: string[] = [];
  const pending = new Set<Promise<void>>();
  let [sent, answered] = [0, 0];

  const send = (index: number) => {
    const url = `${origin}${paths[Math.floor(index / 2) % paths.length]}`;
    const asking = ask(url, index % 2 === 0 ? kept : new Agent())
      .then(() => void answered++)
      .catch((error: Error) => void failed.push(`${index} ${url}: ${error.message}`))
      .finally(() => pending.delete(asking));
    pending.add(asking);
  };
  const startedAt = performance.now();
  const timer = setInterval(() => {
    const due = ((performance.now() - startedAt) / 1000) * perSecond;
    while (sent < due) send(sent++);
  }, TICK_MS);

  return {
    get answered() {
      return answered;
    },
    failed,
    stop: async () => {
      clearInterval(timer);
      while (pending.size > 0) await Promise.race([Promise.all(pending), sleep(TICK_MS)]);
      kept.destroy();
    },
  };
}

function ask(url: string, agent: Agent): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const onAnswer = (response: IncomingMessage) => {
    const isWhole = () => (response.complete ? resolve() : reject(new Error("the answer was cut")));
    response.resume().once("close", isWhole).once("error", reject);
    if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`));
  };
  const headers = { accept: "text/html" };
  request(url, { agent, headers, timeout: PATIENCE_MS }, onAnswer)
    .once("error", reject)
    .once("timeout", () => reject(new Error("no answer")))
    .end();
  return promise;
}
