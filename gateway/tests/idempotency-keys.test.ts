import { IDEMPOTENCY_HEADER } from "@sliceway/protocol";
import express, { type RequestHandler } from "express";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { ask } from "./support/ask.ts";
import { makeVector } from "./support/make-vector.ts";
import { NOTES, PEOPLE, startNotes, startPeople } from "./support/people-and-notes.ts";
import { startTestGateway, type TestGateway } from "./support/start-test-gateway.ts";

const TWO = `mutation Two {
  first: addNote(text: "One") { id } follow(id: "bob") second: addNote(text: "Two") { id } }`;
const vector = makeVector({
  people: { ...PEOPLE, schema: `${PEOPLE.schema} type Mutation { follow(id: ID!): Boolean }` },
  notes: { ...NOTES, operations: { ...NOTES.operations, Two: TWO } },
});
const operation = (name: string) => ({
  documentId: vector.operations.find((one) => one.name === name)?.id ?? "",
});
const headers = { [IDEMPOTENCY_HEADER]: "k1" };

const stack = new AsyncDisposableStack();
let gateway: TestGateway;
/** What slices were asked, and under which key. */
let asked: { key: string | undefined; query: string }[] = [];

const note: RequestHandler = (request, response, next) =>
  express.json()(request, response, () => {
    asked.push({ key: request.get(IDEMPOTENCY_HEADER), query: request.body.query });
    next();
  });

beforeAll(async () => {
  gateway = stack.use(await startTestGateway());
  const people = stack.use(
    await startPeople({
      schema: `${PEOPLE.schema} type Mutation { follow(id: ID!): Boolean }`,
      resolvers: { Mutation: { follow: () => true } },
      before: note,
    }),
  );
  const notes = stack.use(await startNotes({ before: note }));
  await gateway.serve(vector, [people.instance, notes.instance]);
});
beforeEach(() => {
  asked = [];
});
afterAll(() => stack.disposeAsync());

it("go with every mutation, whose fields keep their names in the answer", async () => {
  const { data } = await ask(gateway.url, operation("Two"), { headers });
  expect(data).toEqual({ first: { id: "4" }, follow: true, second: { id: "4" } });
  expect(asked.map(({ key }) => key)).toEqual(["k1", "k1", "k1"]);
  const queries = asked.map(({ query }) => query);
  expect(queries).toEqual([
    expect.stringContaining("first:addNote"),
    expect.stringContaining("follow"),
    expect.stringContaining("second:addNote"),
  ]);
});

it("do not go with queries", async () => {
  await ask(gateway.url, operation("NotesPage"), { headers });
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter(({ key }) => key !== undefined)).toEqual([]);
});
