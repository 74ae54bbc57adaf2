import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { VECTOR_HEADER, type Vector } from "@sliceway/protocol";
import { createLogger } from "@sliceway/service-kit";
import { expect, vi } from "vitest";
import type { GatewayConfig } from "../../src/config.ts";
import { leaseServer } from "./lease-server.ts";
import { NOTES, PEOPLE, startNotes, startPeople } from "./people-and-notes.ts";
import type { RunningSlice } from "./start-slice.ts";
import { makeConfig } from "./start-test-gateway.ts";
import { publish, startTestRegistry, type TestRegistry } from "./start-test-registry.ts";

const WAIT = { timeout: 30_000, interval: 50 };

/** Notes without routes: they would need the modules of a built remote. */
const { manifest: _manifest, ...withoutRoutes } = NOTES;
export const SERVER_NOTES = withoutRoutes;

/** A real registry and a gateway that follows it; people and notes are live. */
export interface TestPlatform extends AsyncDisposable {
  registry: TestRegistry;
  url: string;
  live: Vector;
  /** Lists a server as long as the platform runs, and stops it then. */
  lease(server: RunningSlice): Promise<void>;
  /** As a browser with these headers. There is no route, so the page says that; what counts is its vector. */
  loadPage(headers?: Record<string, string>): Promise<LoadedPage>;
}

export interface LoadedPage {
  status: number;
  vector: string;
  html: string;
}

export async function startTestPlatform(overrides: Partial<GatewayConfig> = {}): Promise<TestPlatform> {
  await using stack = new AsyncDisposableStack();
  const registry = stack.use(await startTestRegistry());
  const dir = await mkdtemp(join(tmpdir(), "sliceway-gateway-"));
  stack.defer(() => rm(dir, { recursive: true, force: true }));
  const url = await startGateway(stack, { ...(await makeConfig(dir)), ...connect(registry), ...overrides });
  const lease = async (server: RunningSlice) => {
    opened.use(await leaseServer(registry.client, opened.use(server)));
  };
  const loadPage = (headers: Record<string, string> = {}) => load(url, headers);

  const people = await publish(registry.client, "people", PEOPLE);
  const notes = await publish(registry.client, "notes", SERVER_NOTES);
  const live = await registry.client.createVector({ people: people.id, notes: notes.id });
  const opened = stack.move();
  for (const server of [await startPeople({ release: people.id }), await startNotes({ release: notes.id })])
    await lease(server);
  await registry.client.setRouting({ revision: 0, live: live.id });
  await vi.waitFor(async () => expect((await loadPage()).vector).toBe(live.id), WAIT);
  return { registry, url, live, lease, loadPage, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

async function startGateway(stack: AsyncDisposableStack, config: GatewayConfig): Promise<string> {
  // Apollo's settings come first, as in main.ts.
  const gateway = await import("../../src/start-gateway.ts");
  const own = stack.use(new AsyncDisposableStack());
  const log = createLogger({ name: "gateway", level: "silent" });
  return (await gateway.startGateway(config, own, log)).url;
}

function connect({ url: registryUrl, serviceToken }: TestRegistry) {
  return { registryUrl, serviceToken };
}

async function load(url: string, headers: Record<string, string>): Promise<LoadedPage> {
  const response = await fetch(url, { headers: { accept: "text/html", ...headers }, redirect: "manual" });
  const vector = response.headers.get(VECTOR_HEADER) ?? "";
  return { status: response.status, vector, html: await response.text() };
}
