import { buildSchema } from "graphql";
import { expect, test } from "vitest";
import { listIncompatibleOperations } from "./list-incompatible-operations.ts";

const operation = (name: string, text: string) =>
  ({ id: `x-notes:${name}`, slice: "notes", name, kind: "query", text }) as const;
const operations = [
  operation("NotePage", "query NotePage { note { text } }"),
  operation("NoteList", "query NoteList { notes { text } }"),
];

test("operations are told apart by whether the schema takes them", () => {
  const both = buildSchema("type Query { note: Note notes: [Note] } type Note { text: String }");
  const one = buildSchema("type Query { note: Note } type Note { text: String }");
  expect(listIncompatibleOperations(operations, both)).toEqual([]);
  expect(listIncompatibleOperations(operations, one)).toEqual(["NoteList"]);
});
