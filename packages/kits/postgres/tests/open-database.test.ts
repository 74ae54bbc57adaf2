import { createLogger, type Database, openDatabase } from "@sliceway/service-kit";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startTestPostgres, type TestPostgres } from "../src/testing.ts";
import { query } from "./places.ts";

const lines: string[] = [];
const log = createLogger({ name: "posts", destination: { write: (line: string) => void lines.push(line) } });
let postgres: TestPostgres;
let url: string;

beforeAll(async () => {
  postgres = await startTestPostgres();
  url = await postgres.createDatabase();
});
afterAll(() => postgres[Symbol.asyncDispose]());

const open = (options: { poolSize?: number; statementTimeoutMs?: number } = {}): Database<unknown> =>
  openDatabase({ url, name: "posts", ...options }, log);

/** Ends all connections of the pool, as a PostgreSQL that stops does. */
async function dropConnections(): Promise<void> {
  const pid = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'posts'";
  await query(postgres.adminUrl, pid);
}

test("asks through kysely and through the pool", async () => {
  await using database = open();
  expect((await sql<{ one: number }>`SELECT 1 AS one`.execute(database.db)).rows).toEqual([{ one: 1 }]);
  expect((await database.pool.query("SELECT 2 AS two")).rows).toEqual([{ two: 2 }]);
});

test("a statement that takes too long is ended", async () => {
  await using database = open({ statementTimeoutMs: 50 });
  await expect(database.pool.query("SELECT pg_sleep(30)")).rejects.toMatchObject({ code: "57014" });
});

test("waiting for a connection is bounded in time and in number", async () => {
  await using database = open({ poolSize: 1 });
  const busy = await database.pool.connect();
  const waiting = Array.from({ length: 17 }, () => database.pool.query("SELECT 1").catch((error) => error));
  const first = await Promise.race(waiting);
  expect(first).toMatchObject({
    code: "DATABASE_BUSY",
    message: expect.stringContaining("too many callers"),
  });
  expect(await waiting[0]).toMatchObject({
    code: "DATABASE_BUSY",
    message: expect.stringContaining("within 1000 ms"),
  });
  const failed = sql`SELECT 1`.execute(database.db);
  await expect(failed).rejects.toMatchObject({ code: "DATABASE_BUSY" });
  busy.release();
  expect((await database.pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
});

test("losing idle connections is logged, and the next query connects anew", async () => {
  await using database = open();
  await database.pool.query("SELECT 1");
  await dropConnections();
  await vi.waitFor(() => expect(lines.join("")).toContain("a database connection was lost"));
  expect((await database.pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
});

test("losing a connection in use fails its transaction and nothing else", async () => {
  await using database = open();
  const client = await database.pool.connect();
  await client.query("BEGIN");
  const ended = new Promise<void>((resolve) => client.once("end", resolve));
  await dropConnections();
  await ended;
  await expect(client.query("COMMIT")).rejects.toThrow("not queryable");
  client.release();
  expect((await database.pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
});
