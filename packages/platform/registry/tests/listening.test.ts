import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { startTestPostgres, type TestPostgres } from "@sliceway/postgres/testing";
import { createLogger } from "@sliceway/service-kit";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startListening } from "../src/watch/start-listening.ts";

const stack = new AsyncDisposableStack();
const log = createLogger({ name: "test", level: "silent" });
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = stack.use(await startTestPostgres());
});
afterAll(() => stack.disposeAsync());

/** Listens on a port of its own; hands over each connection. */
async function startServer(onConnection: (socket: Socket) => void) {
  const server = createServer(onConnection).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { port, [Symbol.dispose]: () => void server.close() };
}

it("hears what the database says, also after a connection was lost", async () => {
  const url = await postgres.createDatabase();
  const client = new pg.Client(url);
  await client.connect();
  stack.defer(() => client.end());
  let notices = 0;
  await using _listening = startListening(url, () => notices++, log);
  await expect.poll(() => notices).toBe(1);
  await client.query("notify registry");
  await expect.poll(() => notices).toBe(2);
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'registry listener'",
  );
  await expect.poll(() => notices, { timeout: 5_000 }).toBe(3);
});

it("ends at once while the database does not answer a connection", async () => {
  const { promise: connected, resolve } = Promise.withResolvers<Socket>();
  using server = await startServer(resolve);
  const listening = startListening(`postgres://somebody@127.0.0.1:${server.port}/none`, () => {}, log);
  const socket = await connected;
  stack.defer(() => void socket.destroy());
  await listening[Symbol.asyncDispose]();
});

it("ends at once when the database has fallen silent", async () => {
  const url = new URL(await postgres.createDatabase());
  const port = Number(url.port);
  const { promise: reached, resolve } = Promise.withResolvers<void>();
  const sockets: Socket[] = [];
  using server = await startServer((socket) => {
    const database = connect(port, url.hostname);
    sockets.push(socket, database);
    socket.pipe(database).pipe(socket);
  });
  stack.defer(() => sockets.forEach((socket) => void socket.destroy()));
  url.port = String(server.port);
  const listening = startListening(url.href, resolve, log);
  await reached;
  for (const socket of sockets) socket.unpipe();
  await listening[Symbol.asyncDispose]();
});
