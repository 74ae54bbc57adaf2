import { resolve } from "node:path";
import { createLogger } from "@sliceway/service-kit";
import { sql } from "kysely";
import { expect, test, vi } from "vitest";
import { startSliceServer } from "../src/index.ts";
import { askSlice } from "../src/testing/ask-slice.ts";
import { notes as definition } from "./notes/slice.ts";
import { type Notes, startNotes } from "./start-notes.ts";
import { startProxy } from "./start-proxy.ts";

const log = createLogger({ name: "notes", level: "silent" });
const soon = { timeout: 15_000 };

/** Connections that carry events for this slice. */
async function eventConnections({ db }: Notes): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select application_name as name from pg_stat_activity
    where usename = current_user and application_name like 'sliceway %'
  `.execute(db);
  return rows.map(({ name }) => name);
}

test("an instance says when it is ready, when it drains and when it has ended", async () => {
  await using notes = await startNotes();
  const server = await startSliceServer(definition, { ...notes.config, instance: "other" }, log);
  const told = () =>
    notes.registry.states.filter(({ instance }) => instance === "other").map(({ state }) => state);
  await vi.waitFor(() => expect(told()).toContain("ready"), soon);
  await server[Symbol.asyncDispose]();
  expect(told().slice(-2)).toEqual(["draining", "closed"]);
});

test("an instance whose database lacks a migration is not ready, and says which", async () => {
  await using notes = await startNotes();
  const migrationsDir = resolve(import.meta.dirname, "notes/later-migrations");
  await using server = await startSliceServer(definition, { ...notes.config, migrationsDir }, log);
  const response = await fetch(`${server.url}/readyz`);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    checks: { database: { error: "migrations not applied: slice/0002_later.sql" } },
  });
});

test("events flow while the release is live, and only then", async () => {
  await using notes = await startNotes();
  const read = async () => (await notes.query<{ notes: string[] }>("{ notes }")).data.notes;
  await notes.publish({ type: "talk.Mentioned.v1", subject: "n1", data: { text: "heard" } });
  await vi.waitFor(async () => expect(await read()).toEqual(["heard"]), soon);

  notes.registry.liveSince = null;
  await vi.waitFor(async () => expect(await eventConnections(notes)).toEqual([]), soon);
  await notes.query('mutation { write(text: "said") { id } }');
  await notes.publish({ type: "talk.Mentioned.v1", subject: "n2", data: { text: "heard later" } });

  notes.registry.liveSince = 2;
  await vi.waitFor(async () => expect(await read()).toContain("heard later"), soon);
  await vi.waitFor(
    async () =>
      expect((await notes.published()).map(({ source }) => source).sort()).toEqual(["notes", "talk", "talk"]),
    soon,
  );
});

test("an instance whose lease was given up takes a new one", async () => {
  await using notes = await startNotes();
  const ready = () => notes.registry.states.filter(({ state }) => state === "ready").length;
  await vi.waitFor(() => expect(ready()).toBeGreaterThan(0), soon);
  notes.registry.fence();
  const before = ready();
  await vi.waitFor(() => expect(ready()).toBeGreaterThan(before + 1), soon);
});

test("a slice whose database is gone answers 503, and as before when it is back", async () => {
  await using notes = await startNotes();
  const databaseUrl = new URL(notes.config.databaseUrl);
  await using proxy = await startProxy({ host: databaseUrl.hostname, port: Number(databaseUrl.port) });
  databaseUrl.port = String(proxy.port);
  await using server = await startSliceServer(
    definition,
    { ...notes.config, databaseUrl: databaseUrl.href },
    log,
  );
  const ask = async () => askSlice(server.url, await notes.gateway.sign("notes"), { query: "{ notes }" });

  expect(await ask()).toMatchObject({ status: 200 });
  proxy.shut();
  expect(await ask()).toMatchObject({
    status: 503,
    errors: [{ extensions: { code: "DATABASE_UNAVAILABLE" } }],
  });
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
  proxy.open();
  await vi.waitFor(async () => expect(await ask()).toMatchObject({ status: 200 }), soon);
});
