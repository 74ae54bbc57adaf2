import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { startTestPostgres } from "@sliceway/postgres/testing";
import { type Release, releaseRef } from "@sliceway/protocol";
import { createRegistryClient, type RegistryClient } from "@sliceway/protocol/client";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { currentPercent } from "../src/canary/stages.ts";
import type { ReleaseSketch } from "../src/testing/make-release.ts";
import { publish } from "../src/testing/publish-build.ts";
import { changed, notes, people } from "./support/sketches.ts";
import { isAt } from "./support/step-of.ts";
import { waitForDeployment } from "./support/wait-for-deployment.ts";

const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const TOKEN = "admin-token-of-tests";
const stack = new AsyncDisposableStack();
const leases: { slice: string; release: string }[] = [];
let settings: Record<string, string>;
let registry: ChildProcess;
let client: RegistryClient;

beforeAll(async () => {
  const postgres = stack.use(await startTestPostgres());
  const releasesDir = await mkdtemp(join(tmpdir(), "sliceway-releases-"));
  stack.defer(() => rm(releasesDir, { recursive: true, force: true }));
  settings = {
    REGISTRY_PORT: "0",
    DATABASE_URL: await postgres.createDatabase(),
    RELEASES_DIR: releasesDir,
    ADMIN_TOKEN: TOKEN,
    SERVICE_TOKEN: "service-token-of-tests",
  };
  stack.defer(() => void registry.kill("SIGKILL"));
  await start();
});
afterAll(() => stack.disposeAsync());

async function start(): Promise<void> {
  registry = spawn(process.execPath, [MAIN], { env: settings, stdio: ["ignore", "pipe", "inherit"] });
  if (!registry.stdout) throw new Error("no output");
  for await (const line of createInterface(registry.stdout)) {
    const { url } = JSON.parse(line);
    if (!url) continue;
    client = createRegistryClient({ url, token: TOKEN });
    return await openLeases();
  }
  throw new Error("the registry ended");
}

/** The process has no time to say or store anything. */
async function killAndStart(): Promise<void> {
  const exit = once(registry, "exit");
  registry.kill("SIGKILL");
  await exit;
  await start();
}

async function openLeases(): Promise<void> {
  for (const { slice, release } of leases) {
    const lease = { slice, release, instance: `${slice}-${release}`, url: "http://127.0.0.1:1" };
    await client.openLease({ ...lease, state: "ready" });
  }
}

async function release(slice: string, sketch: ReleaseSketch): Promise<Release> {
  const published = await publish(client, slice, sketch);
  leases.push({ slice, release: published.id });
  await openLeases();
  return published;
}

const waitFor = (id: string, fits: Parameters<typeof waitForDeployment>[2]) =>
  waitForDeployment({ client }, id, fits);

it("killed at any step, the registry goes on with a deployment when it is started again", async () => {
  const releases = [await release("people", people), await release("notes", notes)];
  const first = await client.createDeployment(releases.map(releaseRef));
  await killAndStart();
  await waitFor(first.id, ({ state }) => state === "done");

  const published = await publish(client, "notes", {
    ...changed(notes, "second"),
    migrations: { "slice/001.sql": "select 1;" },
  });
  const { id } = await client.createDeployment([releaseRef(published)], { canary: { steps: [1, 50] } });
  await waitFor(id, isAt("migrate"));
  await killAndStart();
  await client.reportMigrated("notes", published.id, { ok: true });
  await waitFor(id, isAt("start"));
  await killAndStart();
  leases.push({ slice: "notes", release: published.id });
  await openLeases();
  await waitFor(id, (deployment) => currentPercent(deployment) === 1);
  await killAndStart();

  const { canaries } = await client.getRouting();
  expect(currentPercent(await client.promote("notes"))).toBe(50);
  await killAndStart();
  const widened = (await client.getRouting()).canaries[0]?.ranges ?? [];
  const [before] = canaries[0]?.ranges ?? [];
  expect(widened.some(({ from, to }) => before && from <= before.from && before.to <= to)).toBe(true);

  await client.promote("notes", 100);
  await killAndStart();
  const { vector } = await waitFor(id, ({ state }) => state === "done");
  expect(await client.getRouting()).toMatchObject({ live: vector, canaries: [] });
});

it("killed with a canary out, it ends it when it is told to after the start", async () => {
  const second = await release("notes", changed(notes, "third"));
  const { id } = await client.createDeployment([releaseRef(second)], { canary: { steps: [10] } });
  await waitFor(id, (deployment) => currentPercent(deployment) === 10);
  await killAndStart();
  await client.rollback("notes");
  await killAndStart();
  await vi.waitFor(async () => expect((await client.getDeployment(id)).state).toBe("failed"), 10_000);
  expect((await client.getRouting()).canaries).toEqual([]);
});
