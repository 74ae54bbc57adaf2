import { type Deployment, type Release, type Routing, releaseRef, visitorBucket } from "@sliceway/manifest";
import { startTestPostgres, type TestPostgres } from "@sliceway/postgres/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countBuckets } from "../src/canary/bucket-ranges.ts";
import type { ReleaseSketch } from "./support/make-release.ts";
import { publish } from "./support/publish.ts";
import { changed, notes, people } from "./support/sketches.ts";
import { startTestRegistry, type TestRegistry } from "./support/start-test-registry.ts";
import { TestGateway } from "./support/test-gateway.ts";
import { waitForDeployment } from "./support/wait-for-deployment.ts";

const stack = new AsyncDisposableStack();
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = stack.use(await startTestPostgres());
});
afterAll(() => stack.disposeAsync());

interface Platform extends AsyncDisposable {
  registry: TestRegistry;
  gateway: TestGateway;
  live: string;
}

/** People and notes are live, and a gateway reports. */
async function startPlatform(): Promise<Platform> {
  const registry = await startTestRegistry(postgres);
  const gateway = new TestGateway(registry);
  const releases = [await release(registry, "people", people), await release(registry, "notes", notes)];
  const { id } = await registry.client.createDeployment(releases.map(releaseRef));
  const { vector } = await waitForDeployment(registry, id, isDone);
  await gateway.report();
  return {
    registry,
    gateway,
    live: vector ?? "",
    [Symbol.asyncDispose]: () => registry[Symbol.asyncDispose](),
  };
}

/** Published, with a server that is ready at once. */
async function release(registry: TestRegistry, slice: string, sketch: ReleaseSketch): Promise<Release> {
  const published = await publish(registry.client, slice, sketch);
  await openLease(registry, slice, published.id);
  return published;
}

async function openLease({ service }: TestRegistry, slice: string, release: string): Promise<void> {
  const lease = { slice, release, instance: `${slice}-${release}` };
  await service.openLease({ ...lease, url: "http://127.0.0.1:1", state: "ready" });
}

/** Time for a step to be long enough; the servers renew their leases meanwhile. */
async function passStep(registry: TestRegistry, ...releases: Release[]): Promise<void> {
  registry.passMs(5_000);
  for (const { slice, id } of releases) await openLease(registry, slice, id);
}

const isDone = ({ state }: Deployment) => state === "done";
const isFailed = ({ state }: Deployment) => state === "failed";
const percentOf = ({ canary }: Deployment) => canary?.stages.at(-1)?.percent ?? 0;
const shareOf = ({ canaries }: Routing) => canaries.map(({ ranges }) => countBuckets(ranges) / 100);

/** Begins a canary of a changed release and waits until visitors have it. */
async function beginCanary(
  { registry, gateway }: Platform,
  [slice, sketch]: [string, ReleaseSketch],
  steps: number[],
) {
  const published = await release(registry, slice, sketch);
  const { id } = await registry.client.createDeployment([releaseRef(published)], { canary: { steps } });
  await waitForDeployment(registry, id, ({ vector }) => vector !== null);
  await gateway.report();
  const deployment = await waitForDeployment(registry, id, (one) => percentOf(one) > 0);
  return { id, vector: deployment.vector ?? "", release: published };
}

async function setLive(platform: Platform, releases: Release[]): Promise<Deployment> {
  const { registry, gateway } = platform;
  const { id } = await registry.client.createDeployment(releases.map(releaseRef));
  await waitForDeployment(registry, id, ({ vector }) => vector !== null);
  await gateway.report();
  await waitForDeployment(registry, id, ({ steps }) =>
    steps.some(({ name, state }) => name === "shift" && state === "done"),
  );
  await gateway.report();
  return await waitForDeployment(registry, id, isDone);
}

describe("a canary", () => {
  it("gets ever more visitors, then all of them, with its figures at each step", async () => {
    await using platform = await startPlatform();
    const { registry, gateway, live } = platform;
    const canary = await beginCanary(platform, ["notes", changed(notes, "second")], [1, 25, 100]);
    const { id, vector } = canary;
    expect(shareOf(await registry.client.getRouting())).toEqual([1]);

    await gateway.report({ [vector]: { requests: 99 }, [live]: { requests: 5000, failures: { notes: 5 } } });
    await waitForDeployment(registry, id, ({ canary }) => canary?.stages[0]?.canary.requests === 99);
    await passStep(registry, canary.release);
    await gateway.report({ [vector]: { requests: 1 } });
    await waitForDeployment(registry, id, (one) => percentOf(one) === 25);
    expect(shareOf(await registry.client.getRouting())).toEqual([25]);

    await passStep(registry, canary.release);
    await gateway.report({ [vector]: { requests: 300, failures: { notes: 1, people: 200 } } });
    const shifted = await waitForDeployment(registry, id, ({ steps }) => steps[6]?.state === "done");
    expect(shifted.canary?.stages).toMatchObject([
      { percent: 1, ms: 5_000, canary: { requests: 100, failed: 0 }, live: { requests: 5000, failed: 5 } },
      { percent: 25, ms: 5_000, canary: { requests: 300, failed: 1, p95Ms: 25 }, live: { requests: 0 } },
    ]);
    expect(await registry.client.getRouting()).toMatchObject({ live: vector, canaries: [] });
    await gateway.report();
    const done = await waitForDeployment(registry, id, isDone);
    expect(done.steps.map(({ name, state }) => [name, state])).toContainEqual(["canary", "done"]);
  });

  it("that is worse is rolled back by itself, with the figures as the reason", async () => {
    await using platform = await startPlatform();
    const { registry, gateway, live } = platform;
    const { id, vector } = await beginCanary(platform, ["notes", changed(notes, "bad")], [10, 100]);
    await gateway.report({
      [vector]: { requests: 100, failures: { notes: 15, "notes people": 5 } },
      [live]: { requests: 900, failures: { notes: 1 } },
    });
    const failed = await waitForDeployment(registry, id, isFailed);
    const reason = "20 of 100 requests (20.0%) failed, of live 1 of 900 requests (0.1%)";
    expect(failed.problems).toMatchObject([
      { code: "CANARY_WORSE", message: `The canary was rolled back at 10% of the visitors: ${reason}.` },
    ]);
    expect(await registry.client.getRouting()).toMatchObject({ live, canaries: [] });
    const [last] = await registry.client.listAudit();
    expect(last).toMatchObject({ who: "registry", what: "canary", to: null, deployment: id });
    expect(last?.cause).toContain(reason);
  });

  it("whose UI crashes is rolled back, whatever its API does", async () => {
    await using platform = await startPlatform();
    const { registry, gateway, live } = platform;
    const { id, vector } = await beginCanary(platform, ["notes", changed(notes, "throws")], [10, 100]);
    const crashed = { requests: 120, crashes: { notes: 30 } };
    await gateway.report({ [vector]: crashed, [live]: { requests: 900 } });
    expect((await waitForDeployment(registry, id, isFailed)).problems[0]?.message).toMatch(/30 of 120/);
  });

  it("is judged by all gateways together, and by all their runs", async () => {
    await using platform = await startPlatform();
    const { registry, gateway } = platform;
    const { id, vector } = await beginCanary(platform, ["notes", changed(notes, "second")], [10]);
    await gateway.report({ [vector]: { requests: 10 } });
    await new TestGateway(registry, { run: "after a restart" }).report({ [vector]: { requests: 3 } });
    await new TestGateway(registry, { id: "other" }).report({ [vector]: { requests: 4 } });
    await waitForDeployment(registry, id, ({ canary }) => canary?.stages[0]?.canary.requests === 17);
  });

  it("stays where it is until somebody promotes it, up and never down", async () => {
    await using platform = await startPlatform();
    const { registry, gateway } = platform;
    const { client } = registry;
    const { id, vector } = await beginCanary(platform, ["notes", changed(notes, "second")], [10]);
    await gateway.report({ [vector]: { requests: 5_000 } });
    registry.passMs(9_000);
    await gateway.report();
    const held = await waitForDeployment(
      registry,
      id,
      ({ canary }) => canary?.stages[0]?.canary.requests === 5_000,
    );
    expect(percentOf(held)).toBe(10);
    const before = (await client.getRouting()).canaries[0]?.ranges ?? [];
    expect(percentOf(await client.promote("notes", 40))).toBe(40);
    const after = (await client.getRouting()).canaries[0]?.ranges ?? [];
    expect(before.every(({ from, to }) => after.some((range) => range.from <= from && to <= range.to))).toBe(
      true,
    );
    await expect(client.promote("notes", 20)).rejects.toMatchObject({ code: "CANARY_STAYS" });
    await expect(client.promote("people")).rejects.toMatchObject({ status: 409, code: "NO_CANARY" });
    await client.promote("notes");
    await waitForDeployment(registry, id, ({ steps }) => steps[6]?.state === "done");
    expect((await client.getRouting()).live).toBe(vector);
    expect(await client.promote("notes", 100)).toMatchObject({ id });
  });

  it("is ended by a rollback of its slice, which leaves what is live alone", async () => {
    await using platform = await startPlatform();
    const { registry, live } = platform;
    registry.passMs(1_000);
    const { id } = await beginCanary(platform, ["notes", changed(notes, "second")], [10]);
    expect(await registry.client.rollback("notes")).toMatchObject({ live, canaries: [] });
    const failed = await waitForDeployment(registry, id, isFailed);
    expect(failed.problems).toMatchObject([
      { code: "CANARY_ENDED", message: expect.stringMatching(/by administrator/) },
    ]);
    await expect(registry.client.promote("notes", 100)).rejects.toMatchObject({
      code: "NO_CANARY",
      message: expect.stringMatching(/by administrator/),
    });
    await expect(registry.client.rollback("notes")).rejects.toMatchObject({ code: "NO_ROLLBACK" });
  });

  it("goes on after the registry was started anew", async () => {
    await using platform = await startPlatform();
    const { registry, gateway } = platform;
    const { id, vector } = await beginCanary(platform, ["notes", changed(notes, "second")], [10, 100]);
    await gateway.report({ [vector]: { requests: 60 } });
    await waitForDeployment(registry, id, ({ canary }) => canary?.stages[0]?.canary.requests === 60);
    await registry.restart();
    registry.passMs(5_000);
    await gateway.report({ [vector]: { requests: 40 } });
    await waitForDeployment(registry, id, ({ steps }) => steps[6]?.state === "done");
  });
});

describe("several canaries", () => {
  it("have visitors of their own, and are refused where there is no room", async () => {
    await using platform = await startPlatform();
    const { client } = platform.registry;
    const first = await beginCanary(platform, ["notes", changed(notes, "second")], [60]);
    await beginCanary(platform, ["people", changed(people, "second")], [30]);
    const { canaries } = await client.getRouting();
    expect(canaries.map(({ releases }) => releases.length)).toEqual([1, 1]);
    const all = canaries.flatMap(({ ranges }) => ranges).toSorted((a, b) => a.from - b.from);
    expect(countBuckets(all)).toBe(9_000);
    expect(all.every(({ to }, index) => to <= (all[index + 1]?.from ?? 10_000))).toBe(true);

    await expect(client.promote("people", 41)).rejects.toMatchObject({ code: "CANARY_STAYS" });
    const again = await release(platform.registry, "notes", changed(notes, "third"));
    const second = client.createDeployment([releaseRef(again)], { canary: { steps: [1] } });
    await expect(second).rejects.toMatchObject({ status: 409, code: "CANARY_RUNNING" });
    await client.promote("notes", 70);
    const late = await release(platform.registry, "more", { schema: "type Query { more: Int }" });
    const third = client.createDeployment([releaseRef(late)], { canary: { steps: [1] } });
    await expect(third).rejects.toMatchObject({ status: 422, message: expect.stringMatching(/leave 0%/) });
    expect(percentOf(await client.getDeployment(first.id))).toBe(70);
  });

  it("give 10,000 visitors their shares, move nobody back, and have none in common", async () => {
    await using platform = await startPlatform();
    const { client } = platform.registry;
    const visitors = Array.from({ length: 10_000 }, (_, index) => visitorBucket(`visitor-${index}`));
    const whoHas = async (deployment: string) => {
      const { canaries } = await client.getRouting();
      const ranges = canaries.find((canary) => canary.deployment === deployment)?.ranges ?? [];
      const isIn = (bucket: number) => ranges.some(({ from, to }) => from <= bucket && bucket < to);
      return new Set(visitors.flatMap((bucket, visitor) => (isIn(bucket) ? [visitor] : [])));
    };
    const { id } = await beginCanary(platform, ["notes", changed(notes, "second")], [10]);
    const tenth = await whoHas(id);
    expect(tenth.size).toBeGreaterThan(900);
    expect(tenth.size).toBeLessThan(1_100);

    const other = await beginCanary(platform, ["people", changed(people, "second")], [30]);
    await client.promote("notes", 25);
    const quarter = await whoHas(id);
    expect(tenth.difference(quarter).size).toBe(0);
    expect(quarter.size).toBeGreaterThan(2_300);
    expect(quarter.intersection(await whoHas(other.id)).size).toBe(0);
  });

  it("stand on what is live whenever that moves, in the same revision", async () => {
    await using platform = await startPlatform();
    const { registry } = platform;
    const { id, release: canary } = await beginCanary(platform, ["notes", changed(notes, "second")], [10]);
    const before = await registry.client.getRouting();
    const next = await release(registry, "people", changed(people, "second"));
    await setLive(platform, [next]);

    const after = await registry.client.getRouting();
    expect(after.revision).toBe(before.revision + 1);
    expect(after.canaries).toMatchObject([{ deployment: id, ranges: before.canaries[0]?.ranges }]);
    const { releases } = await registry.client.getVector(after.canaries[0]?.vector ?? "");
    expect(releases).toEqual({ notes: canary.id, people: next.id });

    await registry.client.rollback("people");
    expect((await registry.client.getRouting()).canaries).toEqual(before.canaries);
  });

  it("end when they do not fit what goes live, or when their slice gets another release", async () => {
    await using platform = await startPlatform();
    const { registry } = platform;
    const needs = { ...notes, operations: ["query NotePage { viewer { name } }"] };
    const { id } = await beginCanary(platform, ["notes", needs], [10]);
    const nameless = {
      ...people,
      schema: people.schema?.replace(" name: String", " title: String") ?? "",
      fragments: ["fragment Byline_user on User { id }"],
    };
    await setLive(platform, [await release(registry, "people", nameless)]);
    const failed = await waitForDeployment(registry, id, isFailed);
    expect(failed.problems[0]?.message).toMatch(
      /^The canary was ended: it does not fit what went live: .*"name"/,
    );

    const other = await beginCanary(platform, ["notes", changed(notes, "third")], [10]);
    const fix = await release(registry, "notes", changed(notes, "fix"));
    await setLive(platform, [fix]);
    const ended = await waitForDeployment(registry, other.id, isFailed);
    expect(ended.problems[0]?.message).toBe(`The canary was ended: ${releaseRef(fix)} went live.`);
  });

  it("are done when their releases go live by other means", async () => {
    await using platform = await startPlatform();
    const { id, release: canary } = await beginCanary(platform, ["notes", changed(notes, "second")], [10]);
    await setLive(platform, [canary]);
    expect((await waitForDeployment(platform.registry, id, isDone)).problems).toEqual([]);
  });
});
