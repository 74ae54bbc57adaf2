import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLogger, isDeferred, type Migration, migrate, readMigrations } from "@sliceway/service-kit";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { startTestPostgres, type TestPostgres } from "../src/testing.ts";
import { query } from "./places.ts";

const log = createLogger({ name: "migrate", level: "silent" });
let postgres: TestPostgres;
let url: string;

beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterAll(() => postgres[Symbol.asyncDispose]());
beforeEach(async () => {
  url = await postgres.createDatabase();
});

const step = (name: string, sql: string): Migration => ({
  name: `slice/${name}.sql`,
  sql,
  sha256: createHash("sha256").update(sql).digest("hex"),
});
const posts = step("0001-posts", "CREATE TABLE post (id int PRIMARY KEY, author int);");
const likes = step("0002-likes", "CREATE TABLE liked (post int REFERENCES post);");
const index = step("0003-index", "CREATE INDEX CONCURRENTLY IF NOT EXISTS post_author ON post (author);");

async function connect(): Promise<pg.Client & AsyncDisposable> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}

const listInvalidIndexes = () => query(url, "SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid");

test("reads sets from a directory, in order, and applies each file once", async () => {
  const dir = await mkdtemp(join(tmpdir(), "sliceway-test-"));
  for (const set of ["slice", "events"]) await mkdir(join(dir, set));
  for (const { name, sql } of [likes, index, posts]) await writeFile(join(dir, name), sql);
  await writeFile(join(dir, "events", "0001.sql"), "CREATE TABLE sliceway.outbox ();");
  await writeFile(join(dir, "slice", "notes.md"), "no migration");
  const migrations = await readMigrations(dir);
  await rm(dir, { recursive: true });

  const names = ["events/0001.sql", posts.name, likes.name, index.name];
  expect(migrations.map(({ name }) => name)).toEqual(names);
  expect(migrations[1]).toEqual(posts);
  expect(await migrate(url, migrations, log)).toEqual(names);
  expect(await migrate(url, migrations, log)).toEqual([]);
});

test("files of the set contract stand among the slice's by their number, and can be put off", async () => {
  const dir = await mkdtemp(join(tmpdir(), "sliceway-test-"));
  for (const set of ["contract", "events", "slice"]) await mkdir(join(dir, set));
  const files = {
    "events/0009.sql": "select 9",
    "slice/0001.sql": "create table post (text text)",
    "contract/0002.sql": "alter table post drop column text",
    "slice/0003.sql": "alter table post add column more int",
  };
  for (const [name, sql] of Object.entries(files)) await writeFile(join(dir, name), sql);
  const migrations = await readMigrations(dir);
  await rm(dir, { recursive: true });
  expect(migrations.map(({ name }) => name)).toEqual(Object.keys(files));

  const others = ["events/0009.sql", "slice/0001.sql", "slice/0003.sql"];
  expect(await migrate(url, migrations, log, { defer: isDeferred })).toEqual(others);
  expect(await migrate(url, migrations, log)).toEqual(["contract/0002.sql"]);
  expect(
    await query(url, "select column_name from information_schema.columns where table_name = 'post'"),
  ).toEqual([{ column_name: "more" }]);
  // Whoever puts it off, or does not know it, finds nothing amiss.
  expect(await migrate(url, migrations, log, { defer: isDeferred })).toEqual([]);
  expect(await migrate(url, migrations.slice(0, 2), log)).toEqual([]);
});

test("runners at the same time take turns, a concurrent index among the steps", async () => {
  const runs = await Promise.all([1, 2, 3].map(() => migrate(url, [posts, likes, index], log)));
  expect(runs.flat().sort()).toEqual([posts.name, likes.name, index.name]);
});

test("waiting for another runner can be given up", async () => {
  const slow = step("0001-slow", "SELECT pg_sleep(30)");
  const controller = new AbortController();
  const running = migrate(url, [slow], log).catch(() => "ended");
  await vi.waitFor(async () => expect(await query(url, runningSql)).toHaveLength(1));
  const waiting = migrate(url, [slow], log, { signal: controller.signal });
  controller.abort();
  await expect(waiting).rejects.toThrow("aborted");
  await query(url, `SELECT pg_terminate_backend(pid) FROM (${runningSql}) AS running`);
  expect(await running).toBe("ended");
});

const runningSql = "SELECT pid FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(30)'";

test("an edited and a lost file are refused before anything is changed", async () => {
  await migrate(url, [posts, likes], log);
  const edited = { ...posts, sha256: "other" };
  await expect(migrate(url, [edited, likes, index], log)).rejects.toMatchObject({ code: "MIGRATION_EDITED" });
  await expect(migrate(url, [likes, index], log)).rejects.toMatchObject({ code: "MIGRATION_MISSING" });
  expect(await query(url, "SELECT to_regclass('post_author') AS index")).toEqual([{ index: null }]);
});

test("an older release leaves a database alone that a newer one took further", async () => {
  await migrate(url, [posts, likes], log);
  expect(await migrate(url, [posts], log)).toEqual([]);
});

test("a file that fails is undone as a whole; those before it stay", async () => {
  const broken = step("0002-broken", "CREATE TABLE half (id int);\n\nALTER TABLE nowhere ADD COLUMN a int;");
  const typo = step("0002-broken", "CREATE TABLE half (id int);\n\nCREATE TABEL rest (id int);");
  await expect(migrate(url, [posts, broken], log)).rejects.toMatchObject({
    code: "MIGRATION_FAILED",
    message: 'Migration slice/0002-broken.sql failed: relation "nowhere" does not exist.',
  });
  await expect(migrate(url, [posts, typo], log)).rejects.toMatchObject({
    message: 'Migration slice/0002-broken.sql line 3 failed: syntax error at or near "TABEL".',
  });
  expect(await query(url, "SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
  expect(await migrate(url, [posts, likes], log)).toEqual([likes.name]);
});

test("a table in use is waited for without blocking others for long", async () => {
  await migrate(url, [posts], log);
  await using reader = await connect();
  await reader.query("BEGIN; SELECT * FROM post");
  const migrated = migrate(url, [posts, step("0002-alter", "ALTER TABLE post ADD COLUMN text text")], log);

  const blocked = "SELECT pid FROM pg_locks WHERE relation = 'post'::regclass AND NOT granted";
  await vi.waitFor(async () => expect(await query(url, blocked)).toHaveLength(1), { timeout: 5_000 });
  expect(await query(url, "SELECT count(*)::int FROM post")).toEqual([{ count: 0 }]);
  await reader.query("COMMIT");
  expect(await migrated).toEqual(["slice/0002-alter.sql"]);
});

describe("an index built concurrently", () => {
  const unique = step("0002-unique", "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS once ON post (author)");

  test("that fails leaves nothing behind, and is built once the data allows", async () => {
    await migrate(url, [posts], log);
    await query(url, "INSERT INTO post VALUES (1, 7), (2, 7)");
    await expect(migrate(url, [posts, unique], log)).rejects.toMatchObject({ code: "MIGRATION_FAILED" });
    expect(await listInvalidIndexes()).toEqual([]);
    await query(url, "DELETE FROM post");
    expect(await migrate(url, [posts, unique], log)).toEqual([unique.name]);
  });

  test("that a killed runner left half built is built again", async () => {
    await migrate(url, [posts], log);
    await query(url, "INSERT INTO post VALUES (1, 7), (2, 7)");
    await expect(query(url, unique.sql)).rejects.toMatchObject({ code: "23505" });
    await query(url, "DELETE FROM post");
    expect(await listInvalidIndexes()).toHaveLength(1);
    await migrate(url, [posts, unique], log);
    expect(await listInvalidIndexes()).toEqual([]);
    expect(await query(url, "SELECT to_regclass('once')::text AS index")).toEqual([{ index: "once" }]);
  });
});
