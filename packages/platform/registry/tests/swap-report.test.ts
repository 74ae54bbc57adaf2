import { startTestPostgres } from "@sliceway/postgres/testing";
import { type Deployment, releaseRef } from "@sliceway/protocol";
import { afterAll, beforeAll, expect, it } from "vitest";
import { publish } from "../src/testing/publish-build.ts";
import { startTestRegistry, type TestRegistry } from "../src/testing/start-test-registry.ts";
import { changed, notes, people } from "./support/sketches.ts";
import { isAt, stepOf } from "./support/step-of.ts";
import { TestGateway } from "./support/test-gateway.ts";
import { waitForDeployment } from "./support/wait-for-deployment.ts";

const stack = new AsyncDisposableStack();
let registry: TestRegistry;

beforeAll(async () => {
  registry = stack.use(await startTestRegistry(stack.use(await startTestPostgres())));
});
afterAll(() => stack.disposeAsync());

const retire = (deployment: Deployment) => stepOf(deployment, "retire");

it("a deployment tells what both vectors answered, and ends when nobody holds on to what it replaced", async () => {
  const { client, service } = registry;
  const gateway = new TestGateway(registry);
  const sketches = { people, notes, next: changed(notes, "second") };
  const releases = [
    await publish(client, "people", sketches.people),
    await publish(client, "notes", sketches.notes),
  ];
  const next = await publish(client, "notes", sketches.next);
  const leases = new Map<string, number>();
  for (const { slice, id } of [...releases, next]) {
    const lease = { slice, release: id, instance: `${slice}-${id}`, url: "http://127.0.0.1:1" };
    leases.set(id, (await service.openLease({ ...lease, state: "ready" })).epoch);
  }
  const first = await client.createDeployment(releases.map(releaseRef));
  const { vector: old } = await waitForDeployment(registry, first.id, ({ state }) => state === "done");
  const alone = await waitForDeployment(registry, first.id, (one) => retire(one)?.state === "done");
  expect(alone.report).toMatchObject({ old: { vector: null }, replaced: [] });
  await gateway.report({ [old ?? ""]: { requests: 1_000, failures: { notes: 7 } } });

  const { id } = await client.createDeployment([releaseRef(next)]);
  await waitForDeployment(registry, id, isAt("warm"));
  await gateway.report();
  const { vector } = await waitForDeployment(registry, id, isAt("drain"));
  await gateway.report({
    [old ?? ""]: { requests: 40, failures: { notes: 1 } },
    [vector ?? ""]: { requests: 2, crashes: { notes: 1 } },
  });
  const done = await waitForDeployment(registry, id, ({ state }) => state === "done");
  const replaced = releaseRef(releases[1] ?? next);
  expect(done.report).toEqual({
    old: { vector: old, requests: 40, failed: 1 },
    new: { vector, requests: 2, failed: 1 },
    replaced: [replaced],
    pinned: [old],
    pages: 0,
  });

  await gateway.report({ [old ?? ""]: { requests: 5 }, [vector ?? ""]: { requests: 50 } });
  await waitForDeployment(
    registry,
    id,
    ({ report }) => report?.old.requests === 45 && report.new.requests === 52,
  );
  expect(retire(await client.getDeployment(id))?.detail).toMatch(/: rollback of notes until/);

  registry.passMs(15 * 60_000);
  const retired = await waitForDeployment(registry, id, (one) => retire(one)?.state === "done");
  expect(retire(retired)).toMatchObject({ ms: 15 * 60_000, detail: replaced });
  expect(retired.report?.pinned).toEqual([]);
});
