import { startTestPostgres, type TestPostgres } from "@sliceway/postgres/testing";
import type { RegistryState } from "@sliceway/protocol";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { publish } from "../src/testing/publish-build.ts";
import { startTestRegistry } from "../src/testing/start-test-registry.ts";
import { notes, people } from "./support/sketches.ts";

const stack = new AsyncDisposableStack();
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = stack.use(await startTestPostgres());
});
afterAll(() => stack.disposeAsync());

async function next(watching: AsyncIterator<RegistryState>, fits: (state: RegistryState) => boolean) {
  for (;;) {
    const { value, done } = await watching.next();
    if (done) throw new Error("the watch ended");
    if (fits(value)) return value;
  }
}

it("shows the state at once, after each change, and goes on after the registry was away", async () => {
  await using registry = await startTestRegistry(postgres);
  const { client, service } = registry;
  const stop = new AbortController();
  const breaks: unknown[] = [];
  const watching = client
    .watch(stop.signal, { onBreak: (error) => breaks.push(error) })
    [Symbol.asyncIterator]();
  const first = await next(watching, () => true);
  expect(first).toMatchObject({
    routing: { revision: 0, live: null },
    instances: [],
    wanted: [],
    vectors: [],
  });

  const { id: p } = await publish(client, "people", people);
  const { id: n } = await publish(client, "notes", notes);
  const vector = await client.createVector({ people: p, notes: n });
  await client.setRouting({ revision: 0, live: vector.id });
  const second = await next(watching, ({ routing }) => routing.revision === 1);
  expect(second.cursor).toBeGreaterThan(first.cursor);
  expect(second.wanted.map(({ slice, reason }) => [slice, reason])).toEqual([
    ["notes", "live"],
    ["people", "live"],
  ]);

  await registry.restart();
  await service.openLease({
    slice: "people",
    release: p,
    instance: "i",
    url: "http://127.0.0.1:1",
    state: "ready",
  });
  const third = await next(watching, ({ instances }) => instances.length === 1);
  expect(third.cursor).toBeGreaterThan(second.cursor);

  const last = watching.next();
  stop.abort();
  expect((await last).done).toBe(true);
});

it("tells of a change at once while the regular work hangs", async () => {
  await using stack = new AsyncDisposableStack();
  const registry = stack.use(await startTestRegistry(postgres));
  const { client, config } = registry;
  const { id } = await publish(client, "people", people);
  const vector = await client.createVector({ people: id });
  const watching = client.watch(AbortSignal.timeout(4_000))[Symbol.asyncIterator]();
  await next(watching, () => true);
  const database = new pg.Client(config.databaseUrl);
  await database.connect();
  stack.defer(() => database.end());
  await database.query("begin; lock table dev_session");
  const waiting = () =>
    database.query("select from pg_locks where not granted and relation = 'dev_session'::regclass");
  await expect.poll(async () => (await waiting()).rowCount, { timeout: 3_000 }).toBe(1);

  await client.setRouting({ revision: 0, live: vector.id });
  await next(watching, ({ routing }) => routing.live === vector.id);
  expect((await waiting()).rowCount).toBe(1);
});

it("ends the streams when the registry is stopped", async () => {
  const registry = await startTestRegistry(postgres);
  const response = await fetch(new URL("/v1/watch", registry.url));
  const body = response.text();
  await registry[Symbol.asyncDispose]();
  expect(await body).toMatch(/^event: state\nid: \d+\ndata: \{/);
});
