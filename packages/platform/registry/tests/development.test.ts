import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { startTestPostgres, type TestPostgres } from "@sliceway/postgres/testing";
import { releaseRef } from "@sliceway/protocol";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, expect, it } from "vitest";
import { publish } from "../src/testing/publish-build.ts";
import { startTestRegistry, type TestRegistry } from "../src/testing/start-test-registry.ts";
import { holdBack } from "./support/hold-back.ts";
import { changed, notes, people } from "./support/sketches.ts";
import { stateOf, stateWhere } from "./support/state-of.ts";
import { waitForDeployment } from "./support/wait-for-deployment.ts";

const stack = new AsyncDisposableStack();
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = stack.use(await startTestPostgres());
});
afterAll(() => stack.disposeAsync());

const DEV = "0a1b2c3d4e5f";
const OTHER = "ffffffffffff";
const SILENCE_MS = 10_000;
const NAME = "dev-notes";
const work = { id: DEV, slice: "notes" };
type Sketch = Parameters<typeof publish>[2];

/** A release whose server is ready. */
async function release({ client, service }: TestRegistry, slice: string, sketch: Sketch, suffix = "-1") {
  const published = await publish(client, slice, sketch);
  const lease = { slice, release: published.id, url: "http://127.0.0.1:1", state: "ready" } as const;
  await service.openLease({ ...lease, instance: `${slice}-${published.id}${suffix}` });
  return published;
}

async function startLive(): Promise<TestRegistry> {
  const registry = await startTestRegistry(postgres);
  const live = [await release(registry, "people", people), await release(registry, "notes", notes)];
  const { id } = await registry.client.createDeployment(live.map(releaseRef));
  await waitForDeployment(registry, id, ({ state }) => state === "done");
  return registry;
}

async function show(registry: TestRegistry, text: string, sketch: Partial<Sketch> = {}, suffix?: string) {
  const saved = await release(registry, "notes", { ...changed(notes, text), dev: DEV, ...sketch }, suffix);
  const { id } = await registry.client.createDeployment([releaseRef(saved)], { preview: { name: NAME } });
  const { vector } = await waitForDeployment(registry, id, ({ state }) => state === "done");
  return { saved, vector };
}

it("is shown in a preview of its own, and what was there before a save stays for requests on their way alone", async () => {
  await using registry = await startLive();
  const { client } = registry;
  expect(await client.renewDev(NAME, work)).toMatchObject({ isNew: true });
  const { live } = await client.getRouting();
  const first = await show(registry, "first");
  const second = await show(registry, "second");
  const pins = { [first.vector ?? ""]: registry.now().toISOString() };
  await registry.service.acknowledge("gateway-1", { revision: 3, vectors: [second.vector ?? ""], pins });
  const { live: after, previews } = await client.getRouting();
  expect(after).toBe(live);
  expect(previews[NAME]).toMatchObject({ releases: [releaseRef(second.saved)], dev: DEV });
  const runs = ({ wanted }: Awaited<ReturnType<typeof stateOf>>) => wanted.map((one) => one.release);
  expect(runs(await stateOf(registry))).toContain(first.saved.id);
  registry.passMs(SILENCE_MS / 2);
  await client.renewDev(NAME, work);
  const state = await stateWhere(registry, (one) => !runs(one).includes(first.saved.id));
  expect(runs(state)).toContain(second.saved.id);
});

it("is over when whoever works falls silent, with the preview and all files", async () => {
  await using registry = await startLive();
  const { client, config } = registry;
  await client.renewDev(NAME, work);
  const { saved } = await show(registry, "first");
  await client.putDevFile(NAME, "remoteEntry.js", Buffer.from("one"));
  await client.putDevFile(NAME, "remoteEntry.js", Buffer.from("two"));
  const folder = join(config.releasesDir, "notes", DEV);
  expect(await readFile(join(folder, "web/remoteEntry.js"), "utf8")).toBe("two");
  const { token } = await client.createPreviewLink(NAME);
  expect(decodeJwt(token)).toMatchObject({ sub: NAME, dev: true });

  registry.passMs(SILENCE_MS);
  await stateWhere(registry, ({ routing }) => routing.previews[NAME] === undefined);
  await expect.poll(() => existsSync(folder)).toBe(false);
  await expect.poll(() => existsSync(join(config.releasesDir, "notes", saved.id))).toBe(false);
  await expect(client.putDevFile(NAME, "main.js", Buffer.from("late"))).rejects.toMatchObject({
    code: "DEV_OVER",
  });
  expect(await client.renewDev(NAME, work)).toMatchObject({ isNew: true });
});

it("is over with its preview, also when that opens at the same moment", async () => {
  await using registry = await startLive();
  const { client } = registry;
  await client.renewDev(NAME, work);
  const saved = await release(registry, "notes", { ...changed(notes, "first"), dev: DEV });
  await using held = await holdBack(registry, "lock table pin in exclusive mode");
  const { id } = await client.createDeployment([releaseRef(saved)], { preview: { name: NAME } });
  await held.waitForBlocked("insert into pin");
  const ending = client.endDev(NAME, DEV);
  await Promise.race([ending, held.waitForBlocked('update "dev_session"')]);
  await held.rollBack();
  await waitForDeployment(registry, id, ({ state }) => state === "done");
  await ending;
  expect((await client.getRouting()).previews).toEqual({});
});

it("has its name alone, until it ends", async () => {
  await using registry = await startLive();
  const { client } = registry;
  await client.renewDev(NAME, work);
  const other = { ...work, id: OTHER };
  await expect(client.renewDev(NAME, other)).rejects.toMatchObject({ code: "DEV_NAME_TAKEN" });
  await client.endDev(NAME, OTHER);
  expect(await client.renewDev(NAME, work)).toMatchObject({ isNew: false });
  await client.endDev(NAME, DEV);
  expect(await client.renewDev(NAME, other)).toMatchObject({ isNew: true });
});

it("can neither go live nor be shown elsewhere, and nothing else is shown under its name", async () => {
  await using registry = await startLive();
  const { client, service } = registry;
  await client.renewDev(NAME, work);
  const { saved, vector } = await show(registry, "first");
  const ref = releaseRef(saved);
  const refused = { code: "DEPLOYMENT_INVALID" };
  await expect(client.createDeployment([ref])).rejects.toMatchObject(refused);
  await expect(client.createDeployment([ref], { preview: { name: "pr-42" } })).rejects.toMatchObject(refused);
  await expect(client.createDeployment([ref], { canary: { steps: [10] } })).rejects.toMatchObject(refused);
  const usual = await release(registry, "notes", changed(notes, "another"));
  const under = { preview: { name: NAME } };
  await expect(client.createDeployment([releaseRef(usual)], under)).rejects.toMatchObject(refused);
  const { releases } = await service.getVector(vector ?? "");
  expect((await service.createVector(releases)).id).toBe(vector);
  const { revision } = await client.getRouting();
  await expect(client.setRouting({ revision, live: vector ?? "" })).rejects.toMatchObject({
    code: "VECTOR_UNKNOWN",
  });
});

it("goes on with its own database from the first migration on", async () => {
  await using registry = await startLive();
  await registry.client.renewDev(NAME, work);
  const migrations = { "slice/001.sql": "create table note (id int);" };
  const first = await show(registry, "first", { migrations }, "-isolated");
  const second = await show(registry, "second", {}, "-isolated");
  const { wanted } = await stateOf(registry);
  for (const { saved } of [first, second])
    expect(wanted.find((one) => one.release === saved.id)).toMatchObject({ isolated: true, database: DEV });
});
