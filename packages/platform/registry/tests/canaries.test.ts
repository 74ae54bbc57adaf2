import { startTestPostgres, type TestPostgres } from "@sliceway/postgres/testing";
import { releaseRef } from "@sliceway/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  beginCanary,
  isDone,
  isFailed,
  passStep,
  percentOf,
  release,
  shareOf,
  startCanaryPlatform,
} from "./support/canary-platform.ts";
import { changed, notes } from "./support/sketches.ts";
import { hasDone, isWaitingAt, stepOf } from "./support/step-of.ts";
import { TestGateway } from "./support/test-gateway.ts";
import { waitForDeployment } from "./support/wait-for-deployment.ts";

const stack = new AsyncDisposableStack();
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = stack.use(await startTestPostgres());
});
afterAll(() => stack.disposeAsync());

const startPlatform = () => startCanaryPlatform(postgres);

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
    const shifted = await waitForDeployment(registry, id, hasDone("shift"));
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

  it("that was rolled back cannot be promoted, not even before its deployment has noticed", async () => {
    await using platform = await startPlatform();
    const { client } = platform.registry;
    const { id } = await beginCanary(platform, ["notes", changed(notes, "second")], [10]);
    await client.rollback("notes");
    await expect(client.promote("notes", 40)).rejects.toMatchObject({ code: "NO_CANARY" });
    expect((await client.getRouting()).canaries).toEqual([]);
    const [problem] = (await waitForDeployment(platform.registry, id, isFailed)).problems;
    expect(problem?.code).toBe("CANARY_ENDED");
  });

  it("whose first step is everybody goes live", async () => {
    await using platform = await startPlatform();
    const { registry, gateway } = platform;
    const all = releaseRef(await release(registry, "notes", changed(notes, "second")));
    const { id } = await registry.client.createDeployment([all], { canary: { steps: [100] } });
    const { vector } = await waitForDeployment(registry, id, ({ vector }) => vector !== null);
    await gateway.report();
    await waitForDeployment(registry, id, hasDone("shift"));
    expect((await registry.client.getRouting()).live).toBe(vector);
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
    await waitForDeployment(registry, id, hasDone("shift"));
    expect((await client.getRouting()).live).toBe(vector);
    expect(await client.promote("notes", 100)).toMatchObject({ id });
  });

  it("that is promoted to everybody tells what it has replaced, and waits for its end", async () => {
    await using platform = await startPlatform();
    const { registry, gateway, live } = platform;
    const { notes: old } = (await registry.client.getVector(live)).releases;
    const { id, vector } = await beginCanary(platform, ["notes", changed(notes, "second")], [10]);
    await gateway.report({ [vector]: { requests: 20 } });
    await registry.client.promote("notes", 100);
    await gateway.report();
    await waitForDeployment(registry, id, hasDone("shift"));
    await gateway.report({ [vector]: { requests: 7 } });
    const done = await waitForDeployment(registry, id, isWaitingAt("retire"));
    expect(done.report).toMatchObject({
      old: { vector: live },
      new: { vector },
      replaced: [`notes@${old}`],
    });
    await waitForDeployment(registry, id, ({ report }) => report?.new.requests === 7);
    expect(stepOf(done, "retire")?.detail).toContain(`notes@${old}: rollback of notes until`);
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
    await waitForDeployment(registry, id, hasDone("shift"));
  });
});
