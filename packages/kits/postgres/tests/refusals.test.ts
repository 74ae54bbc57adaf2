import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createLogger } from "@sliceway/service-kit";
import { expect, test } from "vitest";
import { startPostgres } from "../src/index.ts";
import { makeHome } from "./places.ts";

const log = createLogger({ name: "postgres", level: "silent" });

async function makeUsedHome() {
  const place = await makeHome();
  await (await startPostgres({ home: place.home, log }))[Symbol.asyncDispose]();
  return place;
}

test("data of another major version", async () => {
  await using place = await makeUsedHome();
  await writeFile(join(place.dataDir, "PG_VERSION"), "17\n");
  const refusal = {
    code: "POSTGRES_OTHER_MAJOR",
    message: `${place.dataDir} holds data of PostgreSQL 17, and this Sliceway brings PostgreSQL 18.`,
    fix: expect.stringContaining("pg_dump"),
  };
  await expect(startPostgres({ home: place.home, log })).rejects.toMatchObject(refusal);

  const oldDir = join(place.home, "postgres-17");
  await rename(place.dataDir, oldDir);
  const message = refusal.message.replace(place.dataDir, oldDir);
  await expect(startPostgres({ home: place.home, log })).rejects.toMatchObject({ ...refusal, message });
});

test("a directory that holds something else", async () => {
  await using place = await makeHome();
  await mkdir(place.dataDir);
  await writeFile(join(place.dataDir, "thesis.txt"), "chapter one");
  await expect(startPostgres({ home: place.home, log })).rejects.toMatchObject({
    code: "POSTGRES_DATA_UNKNOWN",
    message: `${place.dataDir} is not empty and holds no PostgreSQL data.`,
  });
  expect(await readFile(join(place.dataDir, "thesis.txt"), "utf8")).toBe("chapter one");
});

test("a home that cannot be a directory", async () => {
  await using place = await makeHome();
  await writeFile(join(place.home, "file"), "");
  const home = join(place.home, "file", "home");
  await expect(startPostgres({ home, log })).rejects.toMatchObject({
    code: "HOME_UNWRITABLE",
    message: `${home} cannot be written (ENOTDIR).`,
    fix: expect.stringContaining("may write"),
  });
});

test.each([
  ["is gone", undefined],
  ["is damaged", '{"password":'],
  ["holds another password", '{"password":"guess"}'],
])("a state file that %s", async (_what, content) => {
  await using place = await makeUsedHome();
  const path = join(place.dataDir, "sliceway.json");
  if (content === undefined) await rename(path, join(place.home, "elsewhere"));
  else await writeFile(path, content);
  await expect(startPostgres({ home: place.home, log })).rejects.toMatchObject({
    code: "POSTGRES_DATA_UNKNOWN",
    message: expect.stringContaining(path),
    fix: expect.stringContaining("Restore that file"),
  });
});

test("a configuration that PostgreSQL does not take", async () => {
  await using place = await makeUsedHome();
  await writeFile(join(place.dataDir, "postgresql.conf"), "shared_buffers = lots\n");
  await expect(startPostgres({ home: place.home, log })).rejects.toMatchObject({
    code: "POSTGRES_FAILED",
    message: expect.stringMatching(/^PostgreSQL did not start: .*postgresql\.conf.* contains errors/),
    fix: expect.stringContaining(join(place.home, "logs", "postgres.log")),
  });
});
