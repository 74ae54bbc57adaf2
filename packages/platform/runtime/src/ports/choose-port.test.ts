import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { requireFree } from "./choose-port.ts";
import { findPort } from "./free-port.ts";

async function listen() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { port, [Symbol.dispose]: () => void server.close() };
}

test("a port that is taken is refused with its setting", async () => {
  using taken = await listen();
  await expect(requireFree(taken.port, "GATEWAY_PORT")).rejects.toMatchObject({
    code: "PORT_TAKEN",
    message: `Port ${taken.port} is taken by another process.`,
    fix: "Stop that process, or set GATEWAY_PORT to a free port.",
  });
});

test("a preferred port that is taken is passed over", async () => {
  using taken = await listen();
  const free = await findPort();
  expect(await findPort([taken.port, free])).toBe(free);
});
