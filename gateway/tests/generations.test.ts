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

/** Notes whose text is called `body`: the old page's field is gone. */
const NEXT_NOTES = {
  ...NOTES,
  release: "cccccccccccc",
  schema: NOTES.schema.replace("text: String author", "body: String author"),
  operations: { NotesPage: "query NotesPage { notes { id body author { name } } }" },
};
const NEXT_RESOLVERS = {
  Query: { notes: () => [{ id: "1", body: "Written anew", author: { id: "alice" } }], note: () => null },
};

async function startBoth() {
  const gateway = stack.use(await startTestGateway());
  const people = stack.use(await startPeople());
  const notes = stack.use(await startNotes());
  const next = stack.use(
    await startNotes({ release: NEXT_NOTES.release, schema: NEXT_NOTES.schema, resolvers: NEXT_RESOLVERS }),
  );
  const before = makeVector({ people: PEOPLE, notes: NOTES });
  const after = makeVector({ people: PEOPLE, notes: NEXT_NOTES });
  const instances = [people.instance, notes.instance, next.instance];
  const pageOf = (vector: typeof before) => ({ documentId: vector.operations[0]?.id ?? "" });
  return { gateway, before, after, instances, pageOf };
}

it("answers a page of the old vector although the new schema has dropped a field it uses", async () => {
  const { gateway, before, after, instances, pageOf } = await startBoth();
  await gateway.serve(before, instances);
  await gateway.serve(after, instances, [before]);

  const old = await ask(gateway.url, pageOf(before), { vector: before.id });
  expect([old.errors, old.data]).toMatchObject([[], { notes: [{ text: "First" }, {}, {}] }]);
  const live = await ask(gateway.url, pageOf(after));
  expect([live.errors, live.data]).toMatchObject([[], { notes: [{ body: "Written anew" }] }]);
  const mixed = await ask(gateway.url, pageOf(before), { vector: after.id });
  expect(mixed.errors[0]?.extensions.code).toBe("DOCUMENT_NOT_FOUND");
});

it("swaps generations under load without an error", async () => {
  const { gateway, instances, pageOf } = await startBoth();
  const [people, notes] = instances;
  if (!people || !notes) throw new Error("both slices run");
  const variants = Array.from({ length: 12 }, (_, index) => {
    const release = index.toString(16).repeat(12);
    const schema = `${NOTES.schema} type Extra${index} { id: ID } extend type Note { extra: Extra${index} }`;
    const vector = makeVector({ people: PEOPLE, notes: { ...NOTES, schema, release } });
    return { vector, instances: [people, { ...notes, id: `notes-${index}`, release }] };
  });
  let swapping = true;
  const seen = new Set<string>();
  const wrong: unknown[] = [];
  async function load(): Promise<void> {
    while (swapping) {
      const live = gateway.context.platform.live?.vector;
      if (!live) throw new Error("a vector is live");
      const answer = await ask(gateway.url, pageOf(live), { vector: live.id });
      if (answer.errors.length > 0 || answer.status !== 200) wrong.push(answer);
      seen.add(live.id);
    }
  }

  const all = variants.flatMap((variant) => variant.instances);
  let callers: Promise<void>[] = [];
  for (const { vector } of variants) {
    await gateway.serve(vector, all);
    if (callers.length === 0) callers = Array.from({ length: 12 }, load);
    await expect.poll(() => [...seen]).toContain(vector.id);
  }
  swapping = false;
  await Promise.all(callers);
  expect(wrong).toEqual([]);
  expect(gateway.context.vectors.ids.length).toBeLessThan(variants.length);
});

it("shares a generation between vectors of one schema and stops it with the last", async () => {
  const { gateway, before, instances } = await startBoth();
  const twin = makeVector({ people: { ...PEOPLE, release: "dddddddddddd" }, notes: NOTES });
  await gateway.serve(before, instances, [twin]);
  const { vectors } = gateway.context;
  expect(vectors.find(before.id)?.held.generation).toBe(vectors.find(twin.id)?.held.generation);
});

it("says why a vector cannot be made ready, and goes on with the live one", async () => {
  const { gateway, before, instances, pageOf } = await startBoth();
  await gateway.serve(before, instances);
  const broken = { ...makeVector({ notes: NEXT_NOTES }), supergraph: "type Query { broken: Missing }" };
  await gateway.serve(broken, instances);
  expect(Object.keys(gateway.context.vectors.failures)).toEqual([broken.id]);
  expect((await ask(gateway.url, pageOf(before))).errors).toEqual([]);
});
