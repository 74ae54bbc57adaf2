import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "./support/ask.ts";
import { makeVector } from "./support/make-vector.ts";
import { NOTES, PEOPLE, startNotes, startPeople } from "./support/people-and-notes.ts";
import type { RunningSlice } from "./support/start-slice.ts";
import { startTestGateway, type TestGateway } from "./support/start-test-gateway.ts";

let gateway: TestGateway;
let people: RunningSlice;
let notes: RunningSlice;
const vector = makeVector({ people: PEOPLE, notes: NOTES });
const idOf = (name: string) => vector.operations.find((operation) => operation.name === name)?.id ?? "";
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  gateway = stack.use(await startTestGateway());
  people = stack.use(await startPeople());
  notes = stack.use(await startNotes());
  await gateway.serve(vector, [people.instance, notes.instance]);
});
afterAll(() => stack.disposeAsync());

describe("a trusted document", () => {
  it("is answered across slices", async () => {
    const answer = await ask(gateway.url, { documentId: idOf("NotesPage") });
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({
      notes: [
        { id: "1", text: "First", author: { id: "alice", name: "User alice" } },
        { id: "2", text: "</script><b>", author: { id: "bob", name: "User bob" } },
        { id: "3", text: "Third", author: { id: "alice", name: "User alice" } },
      ],
      viewer: null,
    });
    expect(answer.headers.get("x-sliceway-vector")).toBe(vector.id);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("takes variables and mutations", async () => {
    const note = await ask(gateway.url, { documentId: idOf("NotePage"), variables: { id: "2" } });
    expect(note.data).toEqual({ note: { id: "2", text: "</script><b>", author: { name: "User bob" } } });
    const added = await ask(gateway.url, { documentId: idOf("AddNote"), variables: { text: "Hello" } });
    expect(added.data).toEqual({ addNote: { id: "4", text: "Hello" } });
  });

  it.each([
    [{ documentId: "x-notes:unknown" }, 400, "DOCUMENT_NOT_FOUND"],
    [{ documentId: "__proto__" }, 400, "DOCUMENT_NOT_FOUND"],
    [{ documentId: idOf("NotesPage"), query: "{ __typename }" }, 400, "BAD_REQUEST"],
  ])("refuses %j", async (question, status, code) => {
    const answer = await ask(gateway.url, question);
    expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([status, code]);
  });

  it("is a query if it comes by GET", async () => {
    const get = (id: string) => fetch(`${gateway.url}/graphql?documentId=${encodeURIComponent(id)}`);
    expect((await get(idOf("NotesPage"))).status).toBe(200);
    expect((await get(idOf("AddNote"))).status).toBe(405);
  });
});

describe("a slice that is away", () => {
  it("costs a null and one error that says where", async () => {
    await using away = await startTestGateway();
    await away.serve(vector, [notes.instance]);
    const { data, errors } = await ask(away.url, { documentId: idOf("NotesPage") });
    expect(data).toMatchObject({
      viewer: null,
      notes: [{ id: "1", author: { id: "alice", name: null } }, {}, {}],
    });
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions).toMatchObject({
      code: "SLICE_UNAVAILABLE",
      slice: "people",
      reason: "no-instance",
    });
    expect(errors[0]?.extensions.paths).toEqual(
      expect.arrayContaining([
        ["viewer"],
        ["notes", 0, "author"],
        ["notes", 1, "author"],
        ["notes", 2, "author"],
      ]),
    );
  });
});

describe("an unknown vector", () => {
  it("is refused with the live one when the registry knows none such, and later when it cannot be asked", async () => {
    const malformed = await ask(gateway.url, { documentId: idOf("NotesPage") }, { vector: "nonsense" });
    expect([malformed.status, malformed.errors[0]?.extensions]).toEqual([
      409,
      { code: "VECTOR_UNKNOWN", live: vector.id },
    ]);
    const unasked = await ask(gateway.url, { documentId: idOf("NotesPage") }, { vector: "v-000000000000" });
    expect([unasked.status, unasked.errors[0]?.extensions.code]).toEqual([503, "VECTOR_NOT_READY"]);
  });
});
