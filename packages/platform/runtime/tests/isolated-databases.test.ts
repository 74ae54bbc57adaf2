import { startTestPostgres, type TestPostgres } from "@sliceway/postgres/testing";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createIsolatedDatabases } from "../src/instances/isolated-databases.ts";

const secrets = { adminToken: "", serviceToken: "", databaseSecret: "a secret of this test" };
const ref = "close-friends@3f9c2a1b04de";
let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterAll(() => postgres[Symbol.asyncDispose]());

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("a database with a name goes from one release to the next, until nobody works with it", async () => {
  const eventsUrl = await postgres.createDatabase();
  const databases = createIsolatedDatabases(postgres.adminUrl, eventsUrl, secrets);
  const [one, other] = [
    { ref: "notes@111111111111" as const, database: "0a1b2c3d4e5f" },
    { ref: "notes@222222222222" as const, database: "0a1b2c3d4e5f" },
  ];
  const first = await databases.open(one);
  expect(first.isFresh).toBe(true);
  await query(first.migratorUrl, "create table note (id int)");
  const second = await databases.open(other);
  expect(second).toEqual({ ...first, isFresh: false });
  await databases.close(one);
  expect(await query(second.appUrl, "select * from note")).toEqual([]);
  await databases.close(other);
  expect((await databases.open(one)).isFresh).toBe(true);
  await databases.close(one);
});

test("a database of a release's own is fresh each time, and leaves nothing behind", async () => {
  const eventsUrl = await postgres.createDatabase();
  const databases = createIsolatedDatabases(postgres.adminUrl, eventsUrl, secrets);
  const first = await databases.open({ ref });
  expect(new URL(first.appUrl).pathname).toBe("/close_friends__3f9c2a1b");
  await query(first.migratorUrl, "create table friend (id int)");
  await query(first.appUrl, "insert into friend values (1)");

  await databases.close({ ref });
  const second = await databases.open({ ref });
  await query(second.migratorUrl, "create table friend (id int)");
  expect(await query(second.appUrl, "select * from friend")).toEqual([]);

  await databases.close({ ref });
  const left = await query(
    postgres.adminUrl,
    "select datname as name from pg_database where datname like 'close%' union select rolname from pg_roles where rolname like 'close%'",
  );
  expect(left).toEqual([]);
});
