import { startTestPostgres, type TestPostgres } from "@sliceway/postgres/testing";
import { releaseRef } from "@sliceway/protocol";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ReleaseSketch } from "../src/testing/make-release.ts";
import { publish } from "../src/testing/publish-build.ts";
import { startTestRegistry } from "../src/testing/start-test-registry.ts";
import { deploy, goLive, makeReady } from "./support/deploy.ts";
import { changed, notes, people } from "./support/sketches.ts";
import { TestGateway } from "./support/test-gateway.ts";

const stack = new AsyncDisposableStack();
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = stack.use(await startTestPostgres());
});
afterAll(() => stack.disposeAsync());

const MINUTE_MS = 60_000;
const MEGABYTE = 1024 * 1024;

it("says of each live release since when and by whom, and how old pages are served", async () => {
  await using registry = await startTestRegistry(postgres, { memoryBudgetBytes: 50 * MEGABYTE });
  const { client, service } = registry;
  expect(await client.getOverview()).toMatchObject({ live: [], deployments: [], lastDeployment: null });

  await goLive(registry, "people", people);
  const first = await goLive(registry, "notes", notes);
  const { live: old } = await client.getRouting();
  registry.passMs(MINUTE_MS);
  const second = await goLive(registry, "notes", changed(notes, "second"));
  const { live } = await client.getRouting();
  const since = registry.now().toISOString();
  expect((await client.getOverview()).live).toMatchObject([
    {
      slice: "notes",
      release: second.id,
      since,
      by: "administrator",
      cause: expect.stringMatching(/^deployment /),
    },
    { slice: "people", since: "2026-01-01T12:00:00.000Z" },
  ]);

  registry.passMs(20 * MINUTE_MS);
  const gateway = { revision: 3, vectors: [], pins: { [old ?? ""]: registry.now().toISOString() } };
  await service.acknowledge("g", { ...gateway, pages: { [old ?? ""]: 2 } });
  await service.acknowledge("h", { ...gateway, pages: { [old ?? ""]: 1 } });
  const lease = { slice: "notes", release: first.id, instance: "old", url: "http://127.0.0.1:1" } as const;
  const { epoch } = await service.openLease({ ...lease, state: "ready" });
  const held = { vector: old, releases: [releaseRef(first)], pages: 3 };
  await expect.poll(() => client.getOverview()).toMatchObject({ held: [{ ...held, served: "kept" }] });

  await service.renewLease("old", { epoch, state: "ready", memoryBytes: 100 * MEGABYTE });
  await expect
    .poll(() => client.getOverview())
    .toMatchObject({
      held: [{ ...held, served: "forwarded", by: live }],
      oldPagesMemory: { usedBytes: 0, budgetBytes: 50 * MEGABYTE },
    });

  registry.passMs(2 * MINUTE_MS);
  expect((await client.getOverview()).held).toMatchObject([{ pages: 0 }]);
});

it("shows deployments under way and the one that ended last, and counts what gateways counted", async () => {
  await using registry = await startTestRegistry(postgres);
  const { client } = registry;
  await goLive(registry, "people", people);
  await goLive(registry, "notes", notes);
  const { live } = await client.getRouting();
  await new TestGateway(registry).report({ [live ?? ""]: { requests: 40, failures: { notes: 3 } } });
  const next = await publish(client, "notes", changed(notes, "second"));
  const { id } = await client.createDeployment([releaseRef(next)]);
  expect(await client.getOverview()).toMatchObject({
    deployments: [{ id, state: "running" }],
    lastDeployment: { state: "done" },
    traffic: { [live ?? ""]: { requests: 40, failed: 3 } },
  });
});

it("says which deferred migrations wait, and for which releases", async () => {
  await using registry = await startTestRegistry(postgres);
  const { client, service } = registry;
  const posts = (columns: string[], more: Record<string, string>): ReleaseSketch => ({
    schema: "type Query { post: String }",
    database: { post: columns },
    migrations: { "slice/0001_post.sql": "create table post (id int, text text, mood text);", ...more },
  });
  const first = await makeReady(registry, "posts", posts(["id", "mood"], {}));
  await deploy(registry, first);
  const name = "contract/0002_drop.sql";
  const second = await makeReady(
    registry,
    "posts",
    posts(["id"], { [name]: "alter table post drop column mood;" }),
  );
  await deploy(registry, second);
  const waiting = { slice: "posts", release: second.id, name };
  expect((await client.getOverview()).contractions).toEqual([
    {
      ...waiting,
      state: "waiting",
      waitsFor: [{ release: releaseRef(first), why: expect.stringMatching(/^rollback of posts/) }],
      error: null,
    },
  ]);

  await service.closeLease(`posts-${first.id}`, 1);
  registry.passMs(40 * MINUTE_MS);
  const states = async () => (await client.getOverview()).contractions.map(({ state }) => state);
  await expect.poll(states).toEqual(["due"]);
  await service.reportMigrated("posts", second.id, {
    ok: false,
    error: "no such column",
    contracted: [name],
  });
  expect((await client.getOverview()).contractions).toMatchObject([
    { state: "failed", error: "no such column" },
  ]);
});
