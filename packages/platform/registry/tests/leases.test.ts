import { startTestPostgres } from "@sliceway/postgres/testing";
import type { LeaseRequest } from "@sliceway/protocol/client";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { publish } from "../src/testing/publish-build.ts";
import { startTestRegistry, type TestRegistry } from "../src/testing/start-test-registry.ts";
import { changed, notes, people } from "./support/sketches.ts";
import { stateOf } from "./support/state-of.ts";

const stack = new AsyncDisposableStack();
let registry: TestRegistry;
let request: Omit<LeaseRequest, "instance">;

beforeAll(async () => {
  const postgres = stack.use(await startTestPostgres());
  registry = stack.use(await startTestRegistry(postgres));
  const { id: release } = await publish(registry.client, "people", people);
  request = { slice: "people", release, url: "http://127.0.0.1:3010", state: "starting" };
});
afterAll(() => stack.disposeAsync());

it("lists an instance, follows its state and lets it go", async () => {
  const { service } = registry;
  const { epoch, ttlMs, liveSince } = await service.openLease({ ...request, instance: "a" });
  expect([ttlMs, liveSince]).toEqual([10_000, null]);
  await service.renewLease("a", { epoch, state: "ready" });
  const { instances } = await stateOf(registry);
  expect(instances).toContainEqual({
    id: "a",
    slice: "people",
    release: request.release,
    url: request.url,
    epoch,
    state: "ready",
  });
  await service.closeLease("a", epoch);
  expect((await stateOf(registry)).instances.map(({ id }) => id)).not.toContain("a");
});

it("fences the earlier holder of an instance id", async () => {
  const { service } = registry;
  const first = await service.openLease({ ...request, instance: "b" });
  const second = await service.openLease({ ...request, instance: "b" });
  expect(second.epoch).toBeGreaterThan(first.epoch);
  const stale = service.renewLease("b", { epoch: first.epoch, state: "ready" });
  await expect(stale).rejects.toMatchObject({ status: 409, code: "FENCED" });
  await service.closeLease("b", first.epoch);
  await service.renewLease("b", { epoch: second.epoch, state: "ready" });
});

it("ends without renewal", async () => {
  const { service } = registry;
  const { epoch } = await service.openLease({ ...request, instance: "c" });
  registry.passMs(9_000);
  await service.renewLease("c", { epoch, state: "ready" });
  registry.passMs(10_000);
  await expect(service.renewLease("c", { epoch, state: "ready" })).rejects.toMatchObject({ code: "FENCED" });
  await vi.waitFor(async () =>
    expect((await stateOf(registry)).instances.map(({ id }) => id)).not.toContain("c"),
  );
});

it("says since which revision a release is live", async () => {
  const { client, service } = registry;
  const { id: other } = await publish(client, "people", changed(people, "other"));
  const { id: n } = await publish(client, "notes", notes);
  const { id: edited } = await publish(client, "notes", changed(notes, "edited"));
  const since = async (instance: string, release: string) =>
    (await service.openLease({ ...request, instance, release })).liveSince;
  const live = async (revision: number, releases: Record<string, string>) =>
    client.setRouting({ revision, live: (await client.createVector(releases)).id });
  await live(0, { people: request.release, notes: n });
  await live(1, { people: request.release, notes: edited });
  expect([await since("d", request.release), await since("e", other)]).toEqual([1, null]);
  await live(2, { people: other, notes: edited });
  expect([await since("d", request.release), await since("e", other)]).toEqual([null, 3]);
});

it("hears at once when its release goes live, if it waits for that", async () => {
  const { client, service } = registry;
  const { id: next } = await publish(client, "people", changed(people, "next"));
  const { epoch } = await service.openLease({ ...request, release: next, instance: "w" });
  const wait = (waitMs: number) => service.renewLease("w", { epoch, state: "ready", waitMs });
  expect((await wait(50)).liveSince).toBe(null);
  const waiting = wait(5_000);
  const { revision, live } = await client.getRouting();
  const { releases } = await client.getVector(live ?? "");
  await client.setRouting({ revision, live: (await client.createVector({ ...releases, people: next })).id });
  expect((await waiting).liveSince).toBe(revision + 1);
  expect((await wait(5_000)).liveSince).toBe(revision + 1);
});

it("is not given for a release that nobody published", async () => {
  const lease = registry.service.openLease({ ...request, instance: "f", release: "000000000000" });
  await expect(lease).rejects.toMatchObject({ status: 404, code: "RELEASE_UNKNOWN" });
});
