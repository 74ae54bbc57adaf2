import { startTestPostgres, type TestPostgres } from "@sliceway/postgres/testing";
import { releaseRef } from "@sliceway/protocol";
import { keySetSchema } from "@sliceway/protocol/api";
import { createLocalJWKSet, jwtVerify } from "jose";
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

const HOUR_MS = 3_600_000;
type Sketch = Parameters<typeof publish>[2];

async function openLease({ service }: TestRegistry, slice: string, release: string, suffix = "-1") {
  const lease = { slice, release, instance: `${slice}-${release}${suffix}`, url: "http://127.0.0.1:1" };
  await service.openLease({ ...lease, state: "ready" });
}

/** A release with a server that is ready, on the shared database or on one of its own. */
async function release(registry: TestRegistry, slice: string, sketch: Sketch, suffix?: string) {
  const published = await publish(registry.client, slice, sketch);
  await openLease(registry, slice, published.id, suffix);
  return published;
}

async function startLive(): Promise<TestRegistry> {
  const registry = await startTestRegistry(postgres);
  const refs = [await release(registry, "people", people), await release(registry, "notes", notes)].map(
    releaseRef,
  );
  const { id } = await registry.client.createDeployment(refs);
  await waitForDeployment(registry, id, ({ state }) => state === "done");
  return registry;
}

async function openPreview(registry: TestRegistry, name: string, refs: string[], hours = 1) {
  const { id } = await registry.client.createDeployment(refs, { preview: { name, hours } });
  return await waitForDeployment(registry, id, ({ state }) => state !== "running");
}

it("is open under its name until its time is over, and changes nothing for anybody else", async () => {
  await using registry = await startLive();
  const before = await registry.client.getRouting();
  const next = await release(registry, "notes", changed(notes, "second"));
  const { vector, steps } = await openPreview(registry, "pr-42", [releaseRef(next)]);
  expect(steps.map(({ name }) => name)).toEqual(["check", "migrate", "start", "ready", "warm", "preview"]);
  const after = await registry.client.getRouting();
  const until = "2026-01-01T13:00:00.000Z";
  expect(after).toMatchObject({ live: before.live, canaries: [], rollback: before.rollback });
  expect(after.previews).toEqual({
    "pr-42": { releases: [releaseRef(next)], vector, isolated: [], until },
  });
  const { wanted } = await stateOf(registry);
  expect(wanted.at(-1)).toEqual({ slice: "notes", release: next.id, reason: `preview pr-42 until ${until}` });

  registry.passMs(HOUR_MS);
  const over = await stateWhere(registry, ({ routing }) => Object.keys(routing.previews).length === 0);
  expect(over.wanted.map((one) => one.release)).not.toContain(next.id);
});

it("has links that everybody can verify, as long as it is open", async () => {
  await using registry = await startLive();
  const next = await release(registry, "notes", changed(notes, "second"));
  await openPreview(registry, "pr-42", [releaseRef(next)]);
  const { token, until } = await registry.client.createPreviewLink("pr-42");
  const answer = await fetch(new URL("/v1/previews/keys", registry.url));
  const keys = keySetSchema.parse(await answer.json());
  expect(JSON.stringify(keys)).not.toContain('"d"');
  const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
    issuer: "registry",
    audience: "preview",
    currentDate: registry.now(),
  });
  expect(payload).toMatchObject({ sub: "pr-42", exp: Date.parse(until) / 1000 });
  await expect(registry.service.createPreviewLink("pr-42")).rejects.toMatchObject({ status: 403 });

  await registry.client.endPreview("pr-42");
  expect((await registry.client.getRouting()).previews).toEqual({});
  const gone = registry.client.createPreviewLink("pr-42");
  await expect(gone).rejects.toMatchObject({ status: 404, code: "PREVIEW_UNKNOWN" });
  expect((await registry.client.listAudit())[0]).toMatchObject({
    who: "administrator",
    what: "preview",
    from: `pr-42: ${releaseRef(next)}`,
    to: null,
  });
});

it("stands on what is live, and a new one of its name takes its place", async () => {
  await using registry = await startLive();
  const { client } = registry;
  const first = await release(registry, "notes", changed(notes, "first try"));
  await openPreview(registry, "pr-42", [releaseRef(first)]);
  const next = await release(registry, "people", changed(people, "second"));
  const { id } = await client.createDeployment([releaseRef(next)]);
  await waitForDeployment(registry, id, ({ state }) => state === "done");
  const { previews } = await client.getRouting();
  const shown = await client.getVector(previews["pr-42"]?.vector ?? "");
  expect(shown.releases).toEqual({ notes: first.id, people: next.id });

  const second = await release(registry, "notes", changed(notes, "second try"));
  await openPreview(registry, "pr-42", [releaseRef(second)]);
  expect((await client.getRouting()).previews["pr-42"]?.releases).toEqual([releaseRef(second)]);
});

it("with migrations waits for a server on a database of its own, which serves nobody else", async () => {
  await using registry = await startLive();
  const { client } = registry;
  const sketch = {
    ...changed(notes, "second"),
    migrations: { "slice/001.sql": "create table note (id int);" },
  };
  const next = await publish(client, "notes", sketch);
  const ref = releaseRef(next);
  const { id } = await client.createDeployment([ref], { preview: { name: "pr-42" } });
  const begun = await stateWhere(registry, ({ wanted }) => wanted.some((one) => one.release === next.id));
  expect(begun.wanted.at(-1)).toMatchObject({ release: next.id, isolated: true });
  await openLease(registry, "notes", next.id, "-isolated");
  await waitForDeployment(registry, id, ({ state }) => state === "done");
  expect((await client.getRouting()).previews["pr-42"]?.isolated).toEqual([ref]);

  const deployment = await client.createDeployment([ref]);
  await waitForDeployment(registry, deployment.id, isWaitingAt("migrate"));
  const { wanted } = await stateOf(registry);
  expect(wanted.filter((one) => one.release === next.id)).toEqual([
    { slice: "notes", release: next.id, reason: `deployment ${deployment.id}` },
  ]);
  await registry.service.reportMigrated("notes", next.id, { ok: true });
  await waitForDeployment(registry, deployment.id, isWaitingAt("start"));
  await openLease(registry, "notes", next.id);
  await waitForDeployment(registry, deployment.id, ({ state }) => state === "done");
});

it("that cannot be composed, or whose name is none, is refused with the reason", async () => {
  await using registry = await startLive();
  const bad = await release(registry, "people", { ...people, fragments: [] });
  expect((await openPreview(registry, "pr-42", [releaseRef(bad)])).problems).toMatchObject([
    { code: "FRAGMENT_MISSING", slice: "notes" },
  ]);
  await expect(openPreview(registry, "../secrets", [releaseRef(bad)])).rejects.toMatchObject({ status: 400 });
});
