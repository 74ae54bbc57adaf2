import { readFile, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { createLogger } from "@sliceway/service-kit";
import { expect, test, vi } from "vitest";
import { startPostgres } from "../src/index.ts";
import { makeHome, query, readPostmaster } from "./places.ts";

const log = createLogger({ name: "postgres", level: "silent" });

test("starts, keeps its data and its port, and is gone when disposed", async () => {
  await using place = await makeHome();
  const first = await startPostgres({ home: place.home, log });
  await query(first.adminUrl, "CREATE TABLE kept AS SELECT 42 AS answer");
  const { pid } = await readPostmaster(place.dataDir);
  await Promise.all([first[Symbol.asyncDispose](), first[Symbol.asyncDispose]()]);
  expect(() => process.kill(pid, 0)).toThrow("ESRCH");

  await using second = await startPostgres({ home: place.home, log });
  expect(second.adminUrl).toBe(first.adminUrl);
  expect(await query(second.adminUrl, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
});

test("listens on this machine only, asks for the password, and hides it from other users", async () => {
  await using place = await makeHome();
  await using postgres = await startPostgres({ home: place.home, log });
  const settings = "SELECT current_setting('listen_addresses') AS hosts, current_setting('fsync') AS fsync";
  expect(await query(postgres.adminUrl, settings)).toEqual([{ hosts: "127.0.0.1", fsync: "on" }]);

  const guessed = new URL(postgres.adminUrl);
  guessed.password = "guess";
  await expect(query(guessed.href, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
  const rules = "SELECT DISTINCT auth_method FROM pg_hba_file_rules";
  expect(await query(postgres.adminUrl, rules)).toEqual([{ auth_method: "scram-sha-256" }]);
  for (const name of ["", "sliceway.json", "pg_hba.conf"]) {
    expect((await stat(join(place.dataDir, name))).mode & 0o077).toBe(0);
  }
});

test("takes another port when somebody took the last one", async () => {
  await using place = await makeHome();
  await (await startPostgres({ home: place.home, log }))[Symbol.asyncDispose]();
  const { port } = JSON.parse(await readFile(join(place.dataDir, "sliceway.json"), "utf8"));
  const squatter = createServer().listen(port, "127.0.0.1");

  await using postgres = await startPostgres({ home: place.home, log });
  expect(new URL(postgres.adminUrl).port).not.toBe(String(port));
  expect(await query(postgres.adminUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  squatter.close();
});

test("is started again on the same port when it dies", async () => {
  await using place = await makeHome();
  await using postgres = await startPostgres({ home: place.home, log });
  await query(postgres.adminUrl, "CREATE TABLE kept AS SELECT 42 AS answer");
  const { pid } = await readPostmaster(place.dataDir);
  process.kill(pid, "SIGKILL");

  const answer = () => query(postgres.adminUrl, "SELECT answer FROM kept");
  await vi.waitFor(async () => expect(await answer()).toEqual([{ answer: 42 }]), {
    timeout: 20_000,
    interval: 50,
  });
  expect((await readPostmaster(place.dataDir)).pid).not.toBe(pid);
});

test("can be disposed while it is being started again", async () => {
  await using place = await makeHome();
  const postgres = await startPostgres({ home: place.home, log });
  process.kill((await readPostmaster(place.dataDir)).pid, "SIGKILL");
  await postgres[Symbol.asyncDispose]();

  await using again = await startPostgres({ home: place.home, log });
  expect(await query(again.adminUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("a pid file that names an alien process is no obstacle", async () => {
  await using place = await makeHome();
  await (await startPostgres({ home: place.home, log }))[Symbol.asyncDispose]();
  const stale = `${process.pid}\n${place.dataDir}\n1700000000\n5432\n\n127.0.0.1\n 123 456\nready   \n`;
  await writeFile(join(place.dataDir, "postmaster.pid"), stale);

  await using postgres = await startPostgres({ home: place.home, log });
  expect((await readPostmaster(place.dataDir)).pid).not.toBe(process.pid);
  expect(await query(postgres.adminUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});
