import { createLogger, migrate } from "@sliceway/service-kit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { provisionDatabase, provisionSlice, type SliceUrls } from "../src/index.ts";
import { startTestPostgres, type TestPostgres } from "../src/testing.ts";
import { query } from "./places.ts";

const log = createLogger({ name: "migrate", level: "silent" });
const FORBIDDEN = expect.objectContaining({ code: "42501" });
let postgres: TestPostgres;
let posts: SliceUrls;
let friends: SliceUrls;

beforeAll(async () => {
  postgres = await startTestPostgres();
  const provision = (name: string) =>
    provisionSlice(postgres.adminUrl, {
      name,
      passwords: { app: `${name} app`, migrator: `${name} migrator` },
    });
  [posts, friends] = await Promise.all([provision("posts"), provision("close-friends")]);
  const sql = `
    CREATE TABLE post (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, serial serial, text text);
    CREATE SCHEMA archive;
    CREATE TABLE archive.post (id bigint);
    CREATE FUNCTION shout(text) RETURNS text LANGUAGE sql RETURN upper($1);
  `;
  await migrate(posts.migratorUrl, [{ name: "slice/0001.sql", sql, sha256: "1" }], log);
});
afterAll(() => postgres[Symbol.asyncDispose]());

const inDatabase = (url: string, database: string) =>
  Object.assign(new URL(url), { pathname: `/${database}` }).href;

test("dashes become underscores", () => {
  expect(new URL(friends.appUrl)).toMatchObject({ username: "close_friends", pathname: "/close_friends" });
  expect(new URL(friends.migratorUrl)).toMatchObject({ username: "close_friends_migrator" });
});

describe("the server's role", () => {
  test("reads and writes rows in whatever migrations made", async () => {
    const { appUrl } = posts;
    await query(appUrl, "INSERT INTO post (text) VALUES ('hello')");
    await query(appUrl, "UPDATE post SET text = shout(text)");
    expect(await query(appUrl, "SELECT id, text FROM post")).toEqual([{ id: "1", text: "HELLO" }]);
    await query(appUrl, "INSERT INTO archive.post SELECT id FROM post; DELETE FROM post");
    expect(await query(appUrl, "SELECT name FROM sliceway.migration")).toEqual([{ name: "slice/0001.sql" }]);
  });

  test.each([
    "CREATE TABLE mine (id int)",
    "CREATE TEMPORARY TABLE mine (id int)",
    "CREATE SCHEMA mine",
    "CREATE TABLE archive.mine (id int)",
    "ALTER TABLE post ADD COLUMN more text",
    "CREATE INDEX ON post (text)",
    "DROP TABLE post",
    "TRUNCATE post",
    "CREATE EXTENSION hstore",
    "CREATE ROLE mine",
    "CREATE DATABASE mine",
    "SET ROLE posts_migrator",
    "UPDATE sliceway.migration SET sha256 = 'forged'",
    "DELETE FROM sliceway.migration",
    "COPY post TO '/tmp/posts'",
    "SELECT pg_read_file('sliceway.json')",
  ])("may not: %s", async (sql) => {
    await expect(query(posts.appUrl, sql)).rejects.toEqual(FORBIDDEN);
  });
});

test("no role of a slice connects to a database that is not the slice's", async () => {
  for (const url of [posts.appUrl, posts.migratorUrl]) {
    for (const database of ["close_friends", "postgres", "template1"]) {
      await expect(query(inDatabase(url, database), "SELECT 1")).rejects.toEqual(FORBIDDEN);
    }
  }
});

test("a role cannot take another one's name without its password", async () => {
  const forged = new URL(friends.appUrl);
  forged.password = "posts app";
  await expect(query(forged.href, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
});

test("a plain database belongs to its role alone", async () => {
  const url = await provisionDatabase(postgres.adminUrl, { name: "registry", password: "p/w:@ %" });
  await query(url, "CREATE TABLE release (id text)");
  await expect(query(inDatabase(posts.appUrl, "registry"), "SELECT 1")).rejects.toEqual(FORBIDDEN);
});

test("provisioning again keeps the data and sets the passwords", async () => {
  const before = { name: "login", passwords: { app: "a", migrator: "m" } };
  const { migratorUrl } = await provisionSlice(postgres.adminUrl, before);
  await query(migratorUrl, "CREATE TABLE kept AS SELECT 42 AS answer");

  const again = await provisionSlice(postgres.adminUrl, {
    name: "login",
    passwords: { app: "a2", migrator: "m2" },
  });
  expect(await query(again.appUrl, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  await expect(query(migratorUrl, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
});

test("an administrator who is no superuser will do", async () => {
  await query(postgres.adminUrl, "CREATE ROLE operator LOGIN CREATEDB CREATEROLE PASSWORD 'operator'");
  await query(postgres.adminUrl, "GRANT CONNECT ON DATABASE postgres TO operator");
  const adminUrl = Object.assign(new URL(postgres.adminUrl), {
    username: "operator",
    password: "operator",
  }).href;
  const passwords = { app: "a", migrator: "m" };
  for (let time = 1; time <= 2; time++) {
    const urls = await provisionSlice(adminUrl, { name: "feeds", passwords });
    await query(urls.migratorUrl, `CREATE TABLE item${time} (id int)`);
    expect(await query(urls.appUrl, `SELECT * FROM item${time}`)).toEqual([]);
  }
});

test.each(["postgres", "template1", "pg-log", "posts-migrator", "Posts", 'a"; DROP'])(
  "%s is no name",
  async (name) => {
    const provisioned = provisionDatabase(postgres.adminUrl, { name, password: "p" });
    await expect(provisioned).rejects.toMatchObject({ code: "NAME_RESERVED" });
  },
);

test("what PostgreSQL was told and keeps is no password", async () => {
  const stored = await query(postgres.adminUrl, "SELECT rolpassword FROM pg_authid WHERE rolname = 'posts'");
  expect(stored).toEqual([{ rolpassword: expect.stringMatching(/^SCRAM-SHA-256\$4096:/) }]);
});
