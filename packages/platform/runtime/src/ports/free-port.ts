import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Below the range from which systems take the ports of outgoing connections, so none of those gets in between. */
const RANGE = { from: 10_000, to: 32_000 };
const TRIES = 100;

/** Whether somebody could listen on 127.0.0.1:`port` now. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const { promise, resolve } = Promise.withResolvers<boolean>();
  server.once("error", () => resolve(false));
  server.listen({ host: "127.0.0.1", port, exclusive: true }, () => server.close(() => resolve(true)));
  return promise;
}

/** The first of `preferred` that is free, or else any free port. */
export async function findPort(preferred: readonly number[] = []): Promise<number> {
  for (const port of preferred) if (await isFree(port)) return port;
  for (let tries = 0; tries < TRIES; tries++) {
    const port = randomInt(RANGE.from, RANGE.to);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port was found in ${TRIES} tries`);
}
