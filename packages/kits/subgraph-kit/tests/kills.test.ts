import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { resolve } from "node:path";
import { createLogger } from "@sliceway/service-kit";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startSliceServer } from "../src/index.ts";
import { type Answer, askSlice } from "../src/testing/ask-slice.ts";
import { notes as definition } from "./notes/slice.ts";
import { environment, type Notes, startNotes } from "./start-notes.ts";
import { startProxy } from "./start-proxy.ts";

let notes: Notes;
beforeAll(async () => {
  notes = await startNotes();
});
afterAll(() => notes[Symbol.asyncDispose]());

interface Written {
  write: { id: string };
}

/** A mutation that goes out under the same key each time, to whatever server. */
function writeOnce() {
  const [text, key] = [randomUUID(), randomUUID()];
  const query = `mutation { write(text: "${text}") { id } }`;
  return {
    send: async (url: string): Promise<Answer<Written>> =>
      askSlice<Written>(url, await notes.gateway.sign("notes", { viewer: "alice" }), { query }, key),
    written: async () => {
      const rows = await notes.db.selectFrom("note").select("id").where("text", "=", text).execute();
      return rows.map(({ id }) => id);
    },
  };
}

/** The slice in a process of its own. */
async function startProcess(): Promise<{ url: string; child: ChildProcess }> {
  const instance = randomUUID();
  const child = spawn(process.execPath, [resolve(import.meta.dirname, "notes/main.ts")], {
    env: { ...environment(notes, instance), MIGRATIONS_DIR: notes.config.migrationsDir },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = () => notes.registry.urls.get(instance) ?? "";
  await vi.waitFor(() => expect(url()).not.toBe(""), 60_000);
  return { url: url(), child };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

function addressOf(url: string) {
  const { hostname: host, port } = new URL(url);
  return { host, port: Number(port) };
}

test("a process killed after COMMIT, before its answer: a repeat gets the answer, and there is one effect", async () => {
  const { send, written } = writeOnce();
  const { url, child } = await startProcess();
  const gone = once(child, "exit");
  const isLost = () => child.kill("SIGKILL");
  await using proxy = await startProxy({ ...addressOf(url), isLost });
  await expect(send(`http://127.0.0.1:${proxy.port}`)).rejects.toThrow();
  await gone;
  const before = await written();
  expect(before).toHaveLength(1);

  expect((await send(notes.url)).data).toEqual({ write: { id: before[0] } });
  expect(await written()).toEqual(before);
});

test("a process killed before COMMIT: a repeat has the effect", async () => {
  const { send, written } = writeOnce();
  const { url, child } = await startProcess();
  await notes.db.transaction().execute(async (tx) => {
    await sql`lock table note in exclusive mode`.execute(tx);
    const lost = expect(send(url)).rejects.toThrow();
    await vi.waitFor(async () => expect(await countWaiting()).toBe(1), { timeout: 900, interval: 10 });
    await kill(child);
    await lost;
  });
  const { data } = await send(notes.url);
  expect(await written()).toEqual([data.write.id]);
});

async function countWaiting(): Promise<number> {
  const { rows } = await sql`
    select from pg_stat_activity where usename = current_user and wait_event_type = 'Lock'
  `.execute(notes.db);
  return rows.length;
}

test("a database connection lost in COMMIT: the answer is an error, a repeat tells what became of it", async () => {
  const { send, written } = writeOnce();
  let commits = 0;
  const isLost = (sent: Buffer) => sent.includes("COMMIT") && ++commits === 1;
  await using proxy = await startProxy({ ...addressOf(notes.config.databaseUrl), isLost });
  const databaseUrl = Object.assign(new URL(notes.config.databaseUrl), { port: String(proxy.port) }).href;
  const config = { ...notes.config, databaseUrl, instance: randomUUID() };
  await using server = await startSliceServer(
    definition,
    config,
    createLogger({ name: "notes", level: "silent" }),
  );

  expect(await send(server.url)).toMatchObject({
    status: 503,
    errors: [{ extensions: { code: "DATABASE_UNAVAILABLE" } }],
  });
  expect(commits).toBe(1);
  const before = await written();
  expect(before).toHaveLength(1);
  expect((await send(server.url)).data).toEqual({ write: { id: before[0] } });
  expect(await written()).toEqual(before);
});
