import { startTestPostgres, type TestPostgres } from "@sliceway/postgres/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReleaseSketch } from "../src/testing/make-release.ts";
import { publish } from "../src/testing/publish-build.ts";
import { startTestRegistry, type TestRegistry } from "../src/testing/start-test-registry.ts";
import { changed, notes, people } from "./support/sketches.ts";
import { stateWhere } from "./support/state-of.ts";

const stack = new AsyncDisposableStack();
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = stack.use(await startTestPostgres());
});
afterAll(() => stack.disposeAsync());

const MINUTE_MS = 60_000;
/** More than rollbacks and the grace after a shift last, less than a page's pin. */
const LONG_AFTER_MS = 20 * MINUTE_MS;

/** The notes of people who no longer have them: what an old page asks for is gone. */
const withoutText: ReleaseSketch = {
  schema:
    'type Query { note: Note }\ntype Note { body: String author: User }\ntype User @key(fields: "id") { id: ID! }',
  operations: ["query NotePage { note { body } }"],
};

/** `first` is live, then `second`; a page is still at the first and its server has told of its memory. */
async function startWithOldPage(budgetMb: number, second: ReleaseSketch) {
  const registry = await startTestRegistry(postgres, { memoryBudgetBytes: budgetMb * 1024 * 1024 });
  const { client, service } = registry;
  const { id: p1 } = await publish(client, "people", people);
  const { id: n1 } = await publish(client, "notes", notes);
  const { id: n2 } = await publish(client, "notes", second);
  const old = (await client.createVector({ notes: n1, people: p1 })).id;
  const live = (await client.createVector({ notes: n2, people: p1 })).id;
  await client.setRouting({ revision: 0, live: old });
  await client.setRouting({ revision: 1, live });
  registry.passMs(LONG_AFTER_MS);
  await service.acknowledge("g", { revision: 2, vectors: [], pins: { [old]: registry.now().toISOString() } });
  const lease = {
    slice: "notes",
    release: n1,
    instance: "old",
    url: "http://127.0.0.1:1",
    state: "ready",
  } as const;
  const { epoch } = await service.openLease(lease);
  await service.renewLease("old", { epoch, state: "ready", memoryBytes: 100 * 1024 * 1024 });
  return { registry, client, old, live, n1, n2 };
}

const isWanted = (registry: TestRegistry, release: string, wanted: boolean) =>
  stateWhere(registry, (state) => state.wanted.some((one) => one.release === release) === wanted);

describe("pages of an old release", () => {
  it("keep their servers while these fit the memory budget", async () => {
    const { registry, n1 } = await startWithOldPage(200, changed(notes, "second"));
    await using _ = registry;
    const { routing } = await isWanted(registry, n1, true);
    expect([routing.forwards, routing.leaving]).toEqual([{}, {}]);
  });

  it("are served by what is live when there is no room and it takes their operations", async () => {
    const { registry, old, live, n1 } = await startWithOldPage(50, changed(notes, "second"));
    await using _ = registry;
    const { routing, vectors } = await isWanted(registry, n1, false);
    expect([routing.forwards, routing.leaving]).toEqual([{ [old]: live }, {}]);
    expect(vectors).toContain(old);
  });

  it("are asked to reload when there is no room and live lacks what they ask for, and served for five minutes", async () => {
    const { registry, old, n1 } = await startWithOldPage(50, withoutText);
    await using _ = registry;
    const { routing } = await stateWhere(registry, (state) => state.routing.leaving[old] !== undefined);
    expect(Date.parse(routing.leaving[old] ?? "") - registry.now().getTime()).toBe(5 * MINUTE_MS);
    await isWanted(registry, n1, true);
    registry.passMs(5 * MINUTE_MS);
    await isWanted(registry, n1, false);
  });

  it("move on with the next deployment, so that no server stays for their sake", async () => {
    const { registry, client, old, live } = await startWithOldPage(50, changed(notes, "second"));
    await using _ = registry;
    await stateWhere(registry, ({ routing }) => routing.forwards[old] === live);
    const { id: n3 } = await publish(client, "notes", changed(notes, "third"));
    const { releases } = await client.getVector(live);
    const next = (await client.createVector({ ...releases, notes: n3 })).id;
    await client.setRouting({ revision: (await client.getRouting()).revision, live: next });
    await stateWhere(registry, ({ routing }) => routing.forwards[old] === next);
  });
});

describe("a revoked release", () => {
  it("is left by its pages at once, to what is live or not at all", async () => {
    const { registry, client, old, live, n1 } = await startWithOldPage(200, changed(notes, "second"));
    await using _ = registry;
    await client.revoke("notes", n1);
    const { routing } = await isWanted(registry, n1, false);
    expect([routing.forwards, routing.leaving]).toEqual([{ [old]: live }, {}]);
  });

  it("is not served a moment longer to pages that live cannot serve", async () => {
    const { registry, client, old, n1 } = await startWithOldPage(200, withoutText);
    await using _ = registry;
    await client.revoke("notes", n1);
    const { routing } = await isWanted(registry, n1, false);
    expect(Date.parse(routing.leaving[old] ?? "")).toBeLessThanOrEqual(registry.now().getTime());
  });

  it("cannot go live again, and one that is live cannot be revoked", async () => {
    const { registry, client, old, n1, n2 } = await startWithOldPage(200, changed(notes, "second"));
    await using _ = registry;
    await expect(client.revoke("notes", n2)).rejects.toMatchObject({ status: 409, code: "RELEASE_LIVE" });
    await expect(client.revoke("notes", "000000000000")).rejects.toMatchObject({ code: "RELEASE_UNKNOWN" });
    await client.revoke("notes", n1);
    expect((await client.revoke("notes", n1)).revoked).toEqual([`notes@${n1}`]);
    const { routing } = await stateWhere(registry, (state) => state.routing.forwards[old] !== undefined);
    await expect(client.setRouting({ revision: routing.revision, live: old })).rejects.toMatchObject({
      code: "RELEASE_REVOKED",
    });
    const { id } = await client.createDeployment([`notes@${n1}`]);
    await expect.poll(async () => (await client.getDeployment(id)).problems[0]?.code).toBe("RELEASE_REVOKED");
  });
});
