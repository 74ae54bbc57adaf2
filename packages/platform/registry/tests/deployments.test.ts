import { startTestPostgres, type TestPostgres } from "@sliceway/postgres/testing";
import type { Release } from "@sliceway/protocol";
import { afterAll, beforeAll, expect, it } from "vitest";
import { publish } from "../src/testing/publish-build.ts";
import { startTestRegistry, type TestRegistry } from "../src/testing/start-test-registry.ts";
import { changed, notes, people } from "./support/sketches.ts";
import { stateOf, stateWhere } from "./support/state-of.ts";
import { isWaitingAt } from "./support/step-of.ts";
import { waitForDeployment } from "./support/wait-for-deployment.ts";

const stack = new AsyncDisposableStack();
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = stack.use(await startTestPostgres());
});
afterAll(() => stack.disposeAsync());

const ref = ({ slice, id }: Release) => `${slice}@${id}`;

async function startServer({ service }: TestRegistry, { slice, id }: Release, state: "starting" | "ready") {
  return await service.openLease({
    slice,
    release: id,
    instance: `${slice}-${id}`,
    url: "http://127.0.0.1:1",
    state,
  });
}

/** Makes people and notes live, with servers that are ready at once. */
async function goLive(registry: TestRegistry) {
  const releases = [
    await publish(registry.client, "people", people),
    await publish(registry.client, "notes", notes),
  ];
  for (const release of releases) await startServer(registry, release, "ready");
  const { id } = await registry.client.createDeployment(releases.map(ref));
  await waitForDeployment(registry, id, ({ state }) => state === "done");
}

it("goes from check to done, waiting for runtime, servers and gateways in turn", async () => {
  await using registry = await startTestRegistry(postgres);
  const { client, service } = registry;
  await goLive(registry);
  const before = await client.getRouting();
  const release = await publish(client, "notes", {
    ...changed(notes, "second"),
    migrations: { "slice/001.sql": "select 1;" },
  });
  await service.acknowledge("g", { revision: before.revision, vectors: [before.live ?? ""] });

  const { id } = await client.createDeployment([ref(release)]);
  const { vector } = await waitForDeployment(registry, id, isWaitingAt("migrate"));
  const { wanted, vectors } = await stateWhere(registry, (state) => state.vectors.includes(vector ?? ""));
  expect(wanted).toContainEqual({ slice: "notes", release: release.id, reason: `deployment ${id}` });
  expect(vectors).toEqual([before.live, vector]);

  await service.reportMigrated("notes", release.id, { ok: true });
  await waitForDeployment(registry, id, isWaitingAt("start"));
  const { epoch } = await startServer(registry, release, "starting");
  await waitForDeployment(registry, id, isWaitingAt("ready"));
  await service.renewLease(`notes-${release.id}`, { epoch, state: "ready" });
  await waitForDeployment(registry, id, isWaitingAt("warm"));
  expect(await client.getRouting()).toEqual(before);

  await service.acknowledge("g", { revision: before.revision, vectors: [vector ?? ""] });
  await waitForDeployment(registry, id, isWaitingAt("drain"));
  const after = await client.getRouting();
  expect(after).toMatchObject({ revision: before.revision + 1, live: vector });
  expect(after.rollback.notes?.vector).toBe(before.live);
  await service.acknowledge("g", { revision: after.revision, vectors: [vector ?? ""] });
  const done = await waitForDeployment(registry, id, ({ state }) => state === "done");
  expect(done.steps.map((step) => step.state)).toEqual([...Array(7).fill("done"), "running"]);
  expect((await client.listHistory())[0]).toMatchObject({ live: vector, cause: `deployment ${id}` });
});

it("keeps what was live before warm for pages and for rollback", async () => {
  await using registry = await startTestRegistry(postgres);
  await goLive(registry);
  const { live } = await registry.client.getRouting();
  const release = await publish(registry.client, "notes", changed(notes, "second"));
  await startServer(registry, release, "ready");
  const { id } = await registry.client.createDeployment([ref(release)]);
  await waitForDeployment(registry, id, ({ state }) => state === "done");
  const reasons = (await stateOf(registry)).wanted
    .filter(({ slice }) => slice === "notes")
    .map(({ reason }) => reason);
  expect(reasons).toEqual(["live", expect.stringMatching(/^rollback of notes until/)]);

  registry.passMs(14 * 60_000);
  await registry.service.acknowledge("g", {
    revision: 2,
    vectors: [],
    pins: { [live ?? ""]: "2026-01-01T12:14:00Z" },
  });
  registry.passMs(60_000);
  const pinned = await stateWhere(registry, ({ routing }) => Object.keys(routing.rollback).length === 0);
  expect(pinned.wanted.map(({ reason }) => reason)).toContain(`pages at ${live}`);
  registry.passMs(29 * 60_000);
  const { wanted } = await stateWhere(registry, (state) => !state.vectors.includes(live ?? ""));
  expect(wanted.map(({ reason }) => reason)).toEqual(["live", "live"]);
});

it.each(["reportFailed", "reportMigrated"] as const)(
  "fails by %s, and what is live stays",
  async (report) => {
    await using registry = await startTestRegistry(postgres);
    const { client, service } = registry;
    await goLive(registry);
    const before = await client.getRouting();
    const release = await publish(client, "notes", {
      ...changed(notes, "bad"),
      migrations: { "slice/001.sql": "select 1;" },
    });
    const { id } = await client.createDeployment([ref(release)]);
    await waitForDeployment(registry, id, isWaitingAt("migrate"));
    if (report === "reportFailed") await service.reportFailed("notes", release.id, "it crashed");
    else await service.reportMigrated("notes", release.id, { ok: false, error: "it crashed" });
    const failed = await waitForDeployment(registry, id, ({ state }) => state === "failed");
    expect(failed.problems).toMatchObject([
      { slice: "notes", release: release.id, message: expect.stringMatching(/it crashed/) },
    ]);
    expect(await client.getRouting()).toEqual(before);
    const { wanted } = await stateWhere(registry, (state) => state.vectors.length === 1);
    expect(wanted.map((one) => one.release)).not.toContain(release.id);
  },
);

it("fails in the check, before anything is started", async () => {
  await using registry = await startTestRegistry(postgres);
  await goLive(registry);
  const release = await publish(registry.client, "people", { ...people, fragments: [] });
  const { id } = await registry.client.createDeployment([ref(release)]);
  const failed = await waitForDeployment(registry, id, ({ state }) => state === "failed");
  expect(failed.vector).toBeNull();
  expect(failed.problems).toMatchObject([
    {
      code: "FRAGMENT_MISSING",
      slice: "notes",
      operation: "NotePage",
      file: "web/src/NotePage.graphql",
      line: 1,
    },
  ]);
});

it("fails when a gateway cannot serve the candidate", async () => {
  await using registry = await startTestRegistry(postgres);
  const { client, service } = registry;
  await goLive(registry);
  const release = await publish(client, "notes", changed(notes, "second"));
  await startServer(registry, release, "ready");
  await service.acknowledge("g", { revision: 1, vectors: [] });
  const { id } = await client.createDeployment([ref(release)]);
  const { vector } = await waitForDeployment(registry, id, isWaitingAt("warm"));
  await service.acknowledge("g", { revision: 1, vectors: [], failed: { [vector ?? ""]: "out of memory" } });
  const failed = await waitForDeployment(registry, id, ({ state }) => state === "failed");
  expect(failed.problems).toMatchObject([{ code: "GATEWAY_REFUSED" }]);
});

it("checks anew when routing moved meanwhile, and keeps the other's change", async () => {
  await using registry = await startTestRegistry(postgres);
  const { client } = registry;
  await goLive(registry);
  const slow = await publish(client, "notes", changed(notes, "slow"));
  const fast = await publish(client, "people", changed(people, "fast"));
  await startServer(registry, fast, "ready");
  const first = await client.createDeployment([ref(slow)]);
  await waitForDeployment(registry, first.id, isWaitingAt("start"));
  const second = await client.createDeployment([ref(fast)]);
  await waitForDeployment(registry, second.id, ({ state }) => state === "done");
  await startServer(registry, slow, "ready");
  await waitForDeployment(registry, first.id, ({ state }) => state === "done");
  const { live } = await client.getRouting();
  expect((await client.getVector(live ?? "")).releases).toEqual({ notes: slow.id, people: fast.id });
});

it("goes on after the registry was started anew", async () => {
  await using registry = await startTestRegistry(postgres);
  const { client } = registry;
  await goLive(registry);
  const release = await publish(client, "notes", changed(notes, "second"));
  const { id } = await client.createDeployment([ref(release)]);
  await waitForDeployment(registry, id, isWaitingAt("start"));
  await registry.restart();
  await startServer(registry, release, "ready");
  await waitForDeployment(registry, id, ({ state }) => state === "done");
});

it("is not begun with releases that are unknown, malformed or two of one slice", async () => {
  await using registry = await startTestRegistry(postgres);
  const { client } = registry;
  const one = await publish(client, "notes", notes);
  const two = await publish(client, "notes", changed(notes, "two"));
  await expect(client.createDeployment(["notes@000000000000"])).rejects.toMatchObject({
    status: 422,
    problems: [{ code: "RELEASE_UNKNOWN" }],
  });
  await expect(client.createDeployment(["notes"])).rejects.toMatchObject({ status: 400 });
  await expect(client.createDeployment([ref(one), ref(two)])).rejects.toMatchObject({ status: 400 });
});
