import { AVOID_COOKIE, type ServedPage, VECTOR_HEADER } from "@sliceway/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeVector } from "./support/make-vector.ts";
import { NOTES, PEOPLE, startNotes, startPeople } from "./support/people-and-notes.ts";
import { startTestGateway, type TestGateway } from "./support/start-test-gateway.ts";

const NEXT = { ...NOTES, release: "cccccccccccc" };
const before = makeVector({ people: PEOPLE, notes: NOTES });
const live = makeVector({ people: PEOPLE, notes: NEXT });
const [BAD, GOOD] = [`notes@${NEXT.release}`, `notes@${NOTES.release}`];
const stack = new AsyncDisposableStack();
let gateway: TestGateway;

beforeAll(async () => {
  gateway = stack.use(await startTestGateway());
  const people = stack.use(await startPeople());
  const notes = stack.use(await startNotes());
  const next = stack.use(await startNotes({ release: NEXT.release }));
  const until = new Date(Date.now() + 60_000).toISOString();
  const instances = [people.instance, notes.instance, next.instance];
  await gateway.serve(live, instances, [before], { rollback: { notes: { vector: before.id, until } } });
});
afterAll(() => stack.disposeAsync());

const boot = (question: Record<string, string>) =>
  fetch(`${gateway.url}/boot?${new URLSearchParams({ path: "/notes/3?a=b", ...question })}`);

describe("a page whose code failed", () => {
  it("gets all it needs to go on at the rollback vector, its route's answer too", async () => {
    const response = await boot({ from: live.id, avoid: BAD });
    expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
    const { boot: next, data } = (await response.json()) as ServedPage;
    expect(next).toMatchObject({ vector: before.id, viewer: null, languages: ["en"] });
    expect(next.slices.map(({ slice, release }) => `${slice}@${release}`)).toContain(GOOD);
    expect(data.operation).toMatchObject({
      id: before.operations.find(({ name }) => name === "NotePage")?.id,
      variables: { id: "3" },
      result: { data: { note: { text: "Third" } } },
    });
  });

  it("stays where both releases have failed, and where it is at the best vector already", async () => {
    expect((await boot({ from: before.id, avoid: `${BAD}.${GOOD}` })).status).toBe(204);
    expect((await boot({ from: live.id })).status).toBe(204);
    expect((await boot({ from: before.id, avoid: BAD })).status).toBe(204);
  });

  it("may be loaded anew as a whole, once, without that code", async () => {
    const open = (cookie: string) =>
      fetch(`${gateway.url}/`, { headers: { accept: "text/html", cookie, "sec-fetch-dest": "document" } });
    const page = await open(`${AVOID_COOKIE}=${BAD}`);
    expect(page.headers.get(VECTOR_HEADER)).toBe(before.id);
    expect(page.headers.getSetCookie()).toContain(`${AVOID_COOKIE}=; Path=/; Max-Age=0; SameSite=Lax`);
    const without = await open(`${AVOID_COOKIE}=${BAD}.${GOOD}`);
    expect([without.status, without.headers.get(VECTOR_HEADER)]).toEqual([200, live.id]);
    expect((await open(`${AVOID_COOKIE}=%E0.<script>`)).headers.get(VECTOR_HEADER)).toBe(live.id);
  });
});

describe("a page whose vector is served no longer", () => {
  it("gets what is live", async () => {
    const { boot: next } = (await (await boot({ from: before.id })).json()) as ServedPage;
    expect(next.vector).toBe(live.id);
  });
});

it.each([
  ["no place", { from: live.id, path: "notes" }],
  ["a broken place", { from: live.id, path: "//x:y" }],
  ["no vector", { from: "live" }],
])("a question that names %s is refused", async (_, question) => {
  expect((await boot(question)).status).toBe(400);
});
