import { startTestPostgres, type TestPostgres } from "@sliceway/postgres/testing";
import { createLogger, openDatabase } from "@sliceway/service-kit";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { insertAudit } from "../src/db/audit.ts";
import { findDeployment } from "../src/db/deployments.ts";
import { findRelease } from "../src/db/releases.ts";
import { readRouting } from "../src/db/routing.ts";
import type { Tables } from "../src/db/tables.ts";
import { findVector } from "../src/db/vectors.ts";
import { publish } from "../src/testing/publish-build.ts";
import { startTestRegistry } from "../src/testing/start-test-registry.ts";
import { people } from "./support/sketches.ts";

const stack = new AsyncDisposableStack();
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = stack.use(await startTestPostgres());
});
afterAll(() => stack.disposeAsync());

/** What a registry without the field has stored: a release, a vector, a routing and a deployment. */
async function startWithDocuments() {
  await using opened = new AsyncDisposableStack();
  const registry = opened.use(await startTestRegistry(postgres));
  const log = createLogger({ name: "test", level: "silent" });
  const { db } = opened.use(openDatabase<Tables>({ url: registry.config.databaseUrl, name: "test" }, log));
  const { id } = await publish(registry.client, "people", people);
  const vector = (await registry.client.createVector({ people: id })).id;
  await sql`
    insert into deployment (id, state, body, created_at) values ('d-1', 'done', '{"id":"d-1"}', now())
  `.execute(db);
  const reads = {
    release: () => findRelease(db, { slice: "people", id }),
    vector: () => findVector(db, vector),
    routing: () => readRouting(db, registry.now()),
    deployment: () => findDeployment(db, "d-1"),
  };
  const ids = { release: id, vector, routing: 0, deployment: "d-1" };
  return Object.assign(opened.move(), { db, reads, ids, client: registry.client, now: registry.now });
}

it("reads documents without a format", async () => {
  await using registry = await startWithDocuments();
  const found = await Promise.all(Object.values(registry.reads).map((read) => read()));
  expect(found).toEqual([
    expect.objectContaining({ slice: "people" }),
    expect.objectContaining({ id: registry.ids.vector }),
    expect.objectContaining({ revision: 0, live: null }),
    { id: "d-1" },
  ]);
  expect(found[2]).not.toHaveProperty("format");
});

it("shows no history of deployments that it cannot read", async () => {
  await using registry = await startWithDocuments();
  const { db, client } = registry;
  await sql`update deployment set body = '{"id":"d-1","format":2}'`.execute(db);
  const entry = { at: registry.now(), who: "alice", what: "deploy" as const, deployment: "d-1" };
  await insertAudit(db, [entry]);
  await expect(client.listAudit()).rejects.toMatchObject({ status: 503, code: "FORMAT_UNKNOWN" });
});

it("refuses documents of a format that it does not know, naming the row", async () => {
  await using registry = await startWithDocuments();
  const { db, reads, ids } = registry;
  for (const table of ["release", "vector", "deployment"] as const)
    await sql`update ${sql.table(table)} set body = body || '{"format": 2}'`.execute(db);
  await sql`update routing set format = 2`.execute(db);
  for (const [table, read] of Object.entries(reads)) {
    await expect(read()).rejects.toMatchObject({
      code: "FORMAT_UNKNOWN",
      message: `${table} ${ids[table as keyof typeof ids]} is of format 2, and this Sliceway reads format 1.`,
      fix: expect.stringContaining("newer"),
    });
  }
});
