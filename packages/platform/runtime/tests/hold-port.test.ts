import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { findPort } from "../src/ports/free-port.ts";
import { holdPort } from "../src/ports/hold-port.ts";

const BUSY = fileURLToPath(new URL("./fixtures/busy-server.ts", import.meta.url));
const CONNECTIONS = 24;

/** Turns of the event loop that a process takes for 24 connections which came while it was busy. */
async function countTurns(descriptors: number): Promise<number> {
  const port = await findPort();
  using held = holdPort(port, "PORT");
  const fds = Array.from({ length: descriptors }, () => held.fd);
  using stack = new DisposableStack();
  const child = spawn(process.execPath, [BUSY, `${descriptors}`], {
    stdio: ["pipe", "pipe", "inherit", ...fds],
  });
  stack.defer(() => void child.kill("SIGKILL"));
  const lines = createInterface({ input: child.stdio[1] as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe("listening");
  const sockets = Array.from({ length: CONNECTIONS }, () => connect(port, "127.0.0.1"));
  stack.defer(() => sockets.forEach(destroy));
  // The kernel connects them, whether or not anybody accepts.
  await Promise.all(sockets.map((socket) => once(socket, "connect")));
  child.stdin?.write("x");
  return Number((await lines.next()).value);
}

function destroy(socket: Socket): void {
  socket.on("error", () => {}).destroy();
}

test("the more descriptors a process has of a socket, the fewer turns it takes to let people in", async () => {
  expect(await countTurns(1)).toBeGreaterThanOrEqual(CONNECTIONS);
  expect(await countTurns(8)).toBeLessThanOrEqual(CONNECTIONS / 8 + 1);
});
