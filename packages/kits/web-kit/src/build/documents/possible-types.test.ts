import { buildSchema, parse } from "graphql";
import { expect, test } from "vitest";
import { possibleTypes } from "./possible-types.ts";

const schema = buildSchema(`
  type Query { note: Note, found: Result }
  type Note { id: ID }
  type Lost { why: String }
  union Result = Note | Lost
`);

test("tells what the unions and interfaces of fragments may turn out to be", () => {
  const document = parse(`
    query Find { note { ... on Note { id } } found { ...Found } }
    fragment Found on Result { ... on Note { id } }
  `);
  expect(possibleTypes(schema, document)).toEqual({ Result: ["Note", "Lost"] });
});
