import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeVector } from "./support/make-vector.ts";
import { NOTES, PEOPLE } from "./support/people-and-notes.ts";
import { startTestGateway, type TestGateway } from "./support/start-test-gateway.ts";

const vector = makeVector({ people: PEOPLE, notes: NOTES });
const crash = { vector: vector.id, slice: "notes", release: NOTES.release, kind: "load", message: "no code" };
const stack = new AsyncDisposableStack();
let gateway: TestGateway;

beforeAll(async () => {
  gateway = stack.use(await startTestGateway());
  await gateway.serve(vector, []);
});
afterAll(() => stack.disposeAsync());

const send = async (body: unknown, visitor: string | null = randomUUID()) => {
  const cookie = visitor === null ? {} : { cookie: `visitor=${visitor}` };
  const headers = { "content-type": "application/json", ...cookie };
  return (await fetch(`${gateway.url}/beacon`, { method: "POST", headers, body: JSON.stringify(body) }))
    .status;
};

async function counted(): Promise<number> {
  const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
  const values = metrics.matchAll(/^gateway_page_crashes_total\{(.*)\} (\d+)$/gm);
  return [...values]
    .filter(([, labels]) => labels?.includes(`release="${NOTES.release}"`) && labels.includes('kind="load"'))
    .reduce((sum, [, , value]) => sum + Number(value), 0);
}

it("counts a crash by its release, however long its words are", async () => {
  const known = await counted();
  expect(await send({ ...crash, message: "x".repeat(1000) })).toBe(204);
  expect(await counted()).toBe(known + 1);
});

it("does not count what nobody can have seen", async () => {
  const known = await counted();
  expect(await send(crash, null)).toBe(204);
  expect(await send({ ...crash, vector: "v-000000000000" })).toBe(204);
  expect(await send({ ...crash, release: PEOPLE.release })).toBe(204);
  expect(await counted()).toBe(known);
});

it("hears each browser ten times a minute", async () => {
  const visitor = randomUUID();
  const known = await counted();
  const answers: number[] = [];
  for (let sent = 0; sent < 12; sent += 1) answers.push(await send(crash, visitor));
  expect(answers).toEqual([...Array(10).fill(204), 429, 429]);
  expect(await counted()).toBe(known + 10);
});

it.each([
  ["another shape", { ...crash, kind: "bad mood" }],
  ["more than was asked for", { ...crash, cookie: "x" }],
  ["no object", "crash"],
])("refuses %s", async (_, body) => {
  expect(await send(body)).toBe(400);
});

it("refuses what is too large", async () => {
  expect(await send({ ...crash, message: "x".repeat(10_000) })).toBe(413);
});
