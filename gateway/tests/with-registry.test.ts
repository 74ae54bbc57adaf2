import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Release, Vector } from "@sliceway/protocol";
import { createLogger, type HttpServer } from "@sliceway/service-kit";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { GatewayConfig } from "../src/config.ts";
import { ask } from "./support/ask.ts";
import { NOTES, PEOPLE, startNotes, startPeople } from "./support/people-and-notes.ts";
import type { RunningSlice } from "./support/start-slice.ts";
import { makeConfig } from "./support/start-test-gateway.ts";
import { publish, startTestRegistry, type TestRegistry } from "./support/start-test-registry.ts";

/** Without routes: they would need the modules of a built remote. */
const { manifest: _manifest, ...SERVER_NOTES } = NOTES;
const NEXT_NOTES = { ...SERVER_NOTES, schema: `${NOTES.schema} extend type Note { pinned: Boolean }` };
const WAIT = { timeout: 20_000, interval: 50 };
const stack = new AsyncDisposableStack();
let registry: TestRegistry;
let config: GatewayConfig;
let gateway: RunningGateway;
let first: Vector;

interface RunningGateway extends AsyncDisposable {
  http: HttpServer;
  url: string;
}

beforeAll(async () => {
  registry = stack.use(await startTestRegistry());
  const dir = await mkdtemp(join(tmpdir(), "sliceway-gateway-"));
  stack.defer(() => rm(dir, { recursive: true, force: true }));
  const { url: registryUrl, serviceToken } = registry;
  config = { ...(await makeConfig(dir)), registryUrl, serviceToken };
  gateway = await runGateway();
  stack.defer(() => gateway[Symbol.asyncDispose]());

  const people = await publish(registry.client, "people", PEOPLE);
  const notes = await publish(registry.client, "notes", SERVER_NOTES);
  await lease(stack.use(await startPeople({ release: people.id })));
  await lease(stack.use(await startNotes({ release: notes.id })));
  first = await registry.client.createVector({ people: people.id, notes: notes.id });
  await registry.client.setRouting({ revision: 0, live: first.id });
});
afterAll(() => stack.disposeAsync());

async function runGateway(): Promise<RunningGateway> {
  // Apollo's settings come first, as in main.ts.
  const { startGateway } = await import("../src/start-gateway.ts");
  const own = new AsyncDisposableStack();
  const http = await startGateway(config, own, createLogger({ name: "gateway", level: "silent" }));
  return { http, url: http.url, [Symbol.asyncDispose]: () => own.disposeAsync() };
}

/** Keeps a server listed for as long as the test runs. */
async function lease({ instance }: RunningSlice): Promise<void> {
  const { id, epoch: _, ...rest } = instance;
  const { epoch } = await registry.client.openLease({ ...rest, instance: id });
  const beat = setInterval(() => {
    registry.client.renewLease(id, { epoch, state: "ready" }).catch(() => undefined);
  }, 1000);
  stack.defer(() => clearInterval(beat));
}

const question = (vector: Vector) => ({
  documentId: vector.operations.find(({ name }) => name === "NotesPage")?.id ?? "",
});

async function expectAnswer(vector: Vector, carried?: string): Promise<void> {
  const answer = await ask(gateway.url, question(vector), carried ? { vector: carried } : {});
  expect([answer.errors, answer.headers.get("x-sliceway-vector")]).toEqual([[], vector.id]);
}

it("serves what the registry routes to, and gives it the key that slices verify with", async () => {
  await vi.waitFor(() => expectAnswer(first), WAIT);
  await vi.waitFor(async () => expect((await registry.client.getKeys()).keys).toHaveLength(1), WAIT);
  expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200);
});

it("fetches a vector that a page carries and nobody announced; one that nobody knows is refused", async () => {
  const lonely = await publish(registry.client, "people", {
    ...PEOPLE,
    operations: { Me: "query Me { viewer { name } }" },
  });
  const unannounced = await registry.client.createVector({ ...first.releases, people: lonely.id });
  const answer = await ask(gateway.url, question(first), { vector: unannounced.id });
  expect([answer.status, answer.headers.get("x-sliceway-vector")]).toEqual([200, unannounced.id]);
  const unknown = await ask(gateway.url, question(first), { vector: "v-000000000000" });
  expect([unknown.status, unknown.errors[0]?.extensions]).toEqual([
    409,
    { code: "VECTOR_UNKNOWN", live: first.id },
  ]);
});

let deployed: Release;

it("lets a deployment go on once it has the candidate warm, and keeps the old vector", async () => {
  deployed = await publish(registry.client, "notes", NEXT_NOTES);
  const deployment = await registry.client.createDeployment([`notes@${deployed.id}`]);
  await registry.client.reportMigrated("notes", deployed.id, { ok: true });
  await lease(stack.use(await startNotes({ release: deployed.id, schema: NEXT_NOTES.schema })));
  const next = { ...first.releases, notes: deployed.id };
  await vi.waitFor(async () => {
    const { steps, problems } = await registry.client.getDeployment(deployment.id);
    expect([problems, steps.find(({ name }) => name === "shift")?.state]).toEqual([[], "done"]);
  }, WAIT);
  const second = await registry.client.createVector(next);
  await vi.waitFor(() => expectAnswer(second), WAIT);
  await expectAnswer(first, first.id);
});

it("goes on without the registry, also when it starts without it", async () => {
  const live = await registry.client.createVector({ ...first.releases, notes: deployed.id });
  await registry.stop();
  await expectAnswer(live);
  await gateway[Symbol.asyncDispose]();
  gateway = await runGateway();
  await expectAnswer(live);
  await expectAnswer(first, first.id);
  await registry.start();
});
