import { startTestPostgres, type TestPostgres } from "@sliceway/postgres/testing";
import { NO_ROUTING } from "@sliceway/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publish } from "../src/testing/publish-build.ts";
import { startTestRegistry, type TestRegistry } from "../src/testing/start-test-registry.ts";
import { changed, notes, people } from "./support/sketches.ts";

const stack = new AsyncDisposableStack();
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = stack.use(await startTestPostgres());
});
afterAll(() => stack.disposeAsync());

/** Two vectors that differ in the release of notes. */
async function makeVectors({ client }: TestRegistry) {
  const { id: p1 } = await publish(client, "people", people);
  const { id: n1 } = await publish(client, "notes", notes);
  const { id: n2 } = await publish(client, "notes", changed(notes, "second"));
  const first = await client.createVector({ notes: n1, people: p1 });
  const second = await client.createVector({ notes: n2, people: p1 });
  return { first: first.id, second: second.id, n1, n2, p1 };
}

describe("routing", () => {
  it("begins with nothing live, and moves by compare-and-set", async () => {
    await using registry = await startTestRegistry(postgres);
    const { client } = registry;
    const { first, second } = await makeVectors(registry);
    expect(await client.getRouting()).toEqual(NO_ROUTING);
    expect(await client.setRouting({ revision: 0, live: first })).toEqual({
      ...NO_ROUTING,
      revision: 1,
      live: first,
    });
    await expect(client.setRouting({ revision: 0, live: second })).rejects.toMatchObject({
      status: 409,
      code: "ROUTING_MOVED",
      current: { revision: 1, live: first },
    });
    const history = await client.listHistory();
    expect(history.map(({ revision, live }) => [revision, live])).toEqual([
      [1, first],
      [0, null],
    ]);
  });

  it("lets exactly one of twenty writers win", async () => {
    await using registry = await startTestRegistry(postgres);
    const { first, second } = await makeVectors(registry);
    const writes = Array.from({ length: 20 }, (_, index) =>
      registry.client.setRouting({ revision: 0, live: index % 2 ? first : second }),
    );
    const results = await Promise.allSettled(writes);
    const won = results.filter((result) => result.status === "fulfilled");
    const lost = results.filter((result) => result.status === "rejected");
    expect(won).toHaveLength(1);
    expect(lost.map(({ reason }) => reason.code)).toEqual(Array(19).fill("ROUTING_MOVED"));
    expect(await registry.client.getRouting()).toEqual(won[0]?.value);
  });

  it("does not lead to a vector that is not stored, or to a revision that is not there", async () => {
    await using registry = await startTestRegistry(postgres);
    const { first } = await makeVectors(registry);
    const unknown = registry.client.setRouting({ revision: 0, live: "v-000000000000" });
    await expect(unknown).rejects.toMatchObject({ status: 404, code: "VECTOR_UNKNOWN" });
    await expect(registry.client.setRouting({ revision: 7, live: first })).rejects.toMatchObject({
      code: "ROUTING_MOVED",
    });
  });
});

describe("rollback", () => {
  it("leads one slice back at once, and not twice", async () => {
    await using registry = await startTestRegistry(postgres);
    const { client } = registry;
    const { first, second } = await makeVectors(registry);
    await client.setRouting({ revision: 0, live: first });
    const { rollback } = await client.setRouting({ revision: 1, live: second });
    expect(rollback).toEqual({ notes: { vector: first, until: "2026-01-01T12:15:00.000Z" } });
    expect(await client.rollback("notes")).toEqual({ ...NO_ROUTING, revision: 3, live: first });
    await expect(client.rollback("notes")).rejects.toMatchObject({ status: 409, code: "NO_ROLLBACK" });
  });

  it("keeps the other slices' ways back", async () => {
    await using registry = await startTestRegistry(postgres);
    const { client } = registry;
    const { first, second, n1, n2, p1 } = await makeVectors(registry);
    const { id: p2 } = await publish(client, "people", changed(people, "second"));
    const third = await client.createVector({ notes: n2, people: p2 });
    await client.setRouting({ revision: 0, live: first });
    await client.setRouting({ revision: 1, live: second });
    await client.setRouting({ revision: 2, live: third.id });
    const back = await client.rollback("notes");
    expect((await client.getVector(back.live ?? "")).releases).toEqual({ notes: n1, people: p2 });
    expect(Object.keys(back.rollback)).toEqual(["people"]);
    const { live } = await client.rollback("people");
    expect((await client.getVector(live ?? "")).releases).toEqual({ notes: n1, people: p1 });
  });

  it("and other changes at once all come about, one after another", async () => {
    await using registry = await startTestRegistry(postgres);
    const { client } = registry;
    const { first, second, n1, n2, p1 } = await makeVectors(registry);
    const { id: p2 } = await publish(client, "people", changed(people, "second"));
    const { id: n3 } = await publish(client, "notes", changed(notes, "third"));
    const third = await client.createVector({ notes: n2, people: p2 });
    await client.setRouting({ revision: 0, live: first });
    await client.setRouting({ revision: 1, live: second });
    await client.setRouting({ revision: 2, live: third.id });
    await Promise.all([client.rollback("notes"), client.rollback("people"), client.revoke("notes", n3)]);
    const { revision, live, revoked } = await client.getRouting();
    expect((await client.getVector(live ?? "")).releases).toEqual({ notes: n1, people: p1 });
    expect({ revision, revoked }).toEqual({ revision: 6, revoked: [`notes@${n3}`] });
    const entries = await client.listAudit();
    expect(
      entries
        .filter((entry) => (entry.revision ?? 0) > 3)
        .map(({ what }) => what)
        .sort(),
    ).toEqual(["live", "live", "revoke"]);
  });

  it("ends after fifteen minutes", async () => {
    await using registry = await startTestRegistry(postgres);
    const { client } = registry;
    const { first, second } = await makeVectors(registry);
    await client.setRouting({ revision: 0, live: first });
    await client.setRouting({ revision: 1, live: second });
    registry.passMs(15 * 60_000);
    expect((await client.getRouting()).rollback).toEqual({});
    await expect(client.rollback("notes")).rejects.toMatchObject({ code: "NO_ROLLBACK" });
  });
});
