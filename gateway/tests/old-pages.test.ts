import { OFFER_HEADER } from "@sliceway/protocol";
import { afterEach, expect, it } from "vitest";
import { ask } from "./support/ask.ts";
import { makeVector } from "./support/make-vector.ts";
import { NOTES, PEOPLE, startNotes, startPeople } from "./support/people-and-notes.ts";
import { startTestGateway } from "./support/start-test-gateway.ts";

let stack = new AsyncDisposableStack();
afterEach(async () => {
  await stack.disposeAsync();
  stack = new AsyncDisposableStack();
});

const NEXT = { ...NOTES, release: "cccccccccccc" };
const old = makeVector({ people: PEOPLE, notes: NOTES });
const live = makeVector({ people: PEOPLE, notes: NEXT });
const page = { documentId: old.operations[0]?.id ?? "" };

async function startBoth() {
  const gateway = stack.use(await startTestGateway());
  const people = stack.use(await startPeople());
  const notes = stack.use(await startNotes());
  const next = stack.use(await startNotes({ release: NEXT.release }));
  return { gateway, notes, next, instances: [people.instance, notes.instance, next.instance] };
}

it("answers forwarded pages by the newer release alone, under the vector that they carry", async () => {
  const { gateway, notes, next, instances } = await startBoth();
  await gateway.serve(live, instances, [old], { forwards: { [old.id]: live.id } });
  const answer = await ask(gateway.url, page, { vector: old.id });
  expect([answer.status, answer.errors]).toEqual([200, []]);
  expect(answer.headers.get("x-sliceway-vector")).toBe(old.id);
  expect([notes.calls, next.calls]).toEqual([0, 1]);
});

it("offers a reload to pages that will not be served for long, and then sends them to what is live", async () => {
  const { gateway, instances } = await startBoth();
  const leaveAt = (ms: number) => ({ leaving: { [old.id]: new Date(Date.now() + ms).toISOString() } });
  await gateway.serve(live, instances, [old], leaveAt(60_000));
  const served = await ask(gateway.url, page, { vector: old.id });
  expect([served.status, served.headers.get(OFFER_HEADER)]).toEqual([200, live.id]);
  await gateway.serve(live, instances, [old], leaveAt(0));
  const refused = await ask(gateway.url, page, { vector: old.id });
  expect([refused.status, refused.errors[0]?.extensions]).toMatchObject([
    409,
    { code: "VECTOR_MOVED", vector: live.id },
  ]);
});

it("serves nobody by a revoked release", async () => {
  const { gateway, notes, instances } = await startBoth();
  await gateway.serve(live, instances, [old], { revoked: [`notes@${NOTES.release}`] });
  const refused = await ask(gateway.url, page, { vector: old.id });
  expect([refused.status, refused.errors[0]?.extensions.code]).toEqual([409, "VECTOR_MOVED"]);
  expect(notes.calls).toBe(0);
});
