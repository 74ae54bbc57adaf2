import { randomUUID } from "node:crypto";
import { VECTOR_HEADER, visitorBucket } from "@sliceway/protocol";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { ask } from "./support/ask.ts";
import { NOTES, startNotes } from "./support/people-and-notes.ts";
import { SERVER_NOTES, startTestPlatform, type TestPlatform } from "./support/start-test-platform.ts";
import { publish } from "./support/start-test-registry.ts";

const WAIT = { timeout: 120_000, interval: 50 };
const WALKERS = 12;
let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform[Symbol.asyncDispose]());

interface Visit {
  visitor: string;
  vector: string;
  failed: boolean;
}

const cookieOf = (visitor: string) => ({ cookie: `visitor=${visitor}` });

/** Loads a page and asks as it would, at the page's vector. */
async function visit(visitor: string): Promise<Visit> {
  const { vector } = await platform.loadPage(cookieOf(visitor));
  const documentId = platform.live.operations.find(({ name }) => name === "NotesPage")?.id ?? "";
  const answer = await ask(platform.url, { documentId }, { vector, headers: cookieOf(visitor) });
  expect([answer.status, answer.headers.get(VECTOR_HEADER)]).toEqual([200, vector]);
  return { visitor, vector, failed: answer.errors.length > 0 };
}

/** Visits by everybody in turn until told to stop. */
function startVisits(visitors: string[]) {
  const visits: Visit[] = [];
  let stopped = false;
  const walk = async (start: number) => {
    for (let turn = start; !stopped; turn += WALKERS)
      visits.push(await visit(visitors[turn % visitors.length] ?? ""));
  };
  const walking = Promise.all(Array.from({ length: WALKERS }, (_, start) => walk(start)));
  return {
    visits,
    stop: async () => {
      stopped = true;
      await walking;
    },
  };
}

/** A release whose server fails each fifth of its calls; resolves to its id. */
async function publishFailing(): Promise<string> {
  const schema = `${NOTES.schema} extend type Note { bad: Int }`;
  const { id: release } = await publish(platform.registry.client, "notes", { ...SERVER_NOTES, schema });
  let calls = 0;
  const notes = () => {
    calls += 1;
    if (calls % 5 === 0) throw new Error("a bug of the new release");
    return [];
  };
  await platform.lease(await startNotes({ release, schema, resolvers: { Query: { notes } } }));
  return release;
}

it("a canary that fails a fifth of its requests is rolled back by itself, and only its share was hit", async () => {
  const { registry, live, loadPage } = platform;
  const bad = await publishFailing();
  const { id } = await registry.client.createDeployment([`notes@${bad}`], {
    canary: { steps: [20, 100], samples: 60 },
  });
  const canary = await vi.waitFor(async () => {
    const { canaries } = await registry.client.getRouting();
    return canaries[0] ?? expect.fail("no canary yet");
  }, WAIT);

  const visitors = Array.from({ length: 200 }, () => randomUUID());
  const isChosen = (visitor: string) =>
    canary.ranges.some(({ from, to }) => from <= visitorBucket(visitor) && visitorBucket(visitor) < to);
  const chosen = cookieOf(visitors.find(isChosen) ?? "");
  await vi.waitFor(async () => expect((await loadPage(chosen)).vector).toBe(canary.vector), WAIT);

  const load = startVisits(visitors);
  const deployment = await vi.waitFor(async () => {
    const found = await registry.client.getDeployment(id);
    return found.state === "failed" ? found : expect.fail(JSON.stringify(found.steps));
  }, WAIT);
  await vi.waitFor(async () => expect((await loadPage(chosen)).vector).toBe(live.id), WAIT);
  await load.stop();

  expect(deployment.problems[0]?.message).toMatch(/rolled back at 20% of the visitors: \d+ of \d+ requests/);
  expect(await registry.client.getRouting()).toMatchObject({ live: live.id, canaries: [] });
  const failed = load.visits.filter((one) => one.failed);
  expect(failed.length).toBeGreaterThan(0);
  for (const one of failed) expect([one.vector, isChosen(one.visitor)]).toEqual([canary.vector, true]);
  const mixed = load.visits.filter((one) => one.vector === canary.vector && !isChosen(one.visitor));
  expect(mixed).toEqual([]);
}, 180_000);
