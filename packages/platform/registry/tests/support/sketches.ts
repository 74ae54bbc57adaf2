import type { ReleaseSketch } from "../../src/testing/make-release.ts";

/** A slice that others build on. */
export const people: ReleaseSketch = {
  schema: 'type Query { viewer: User }\ntype User @key(fields: "id") { id: ID! name: String }',
  fragments: ["fragment Byline_user on User { id name }"],
};

/** A slice whose operation spreads the other's fragment. */
export const notes: ReleaseSketch = {
  schema:
    'type Query { note: Note }\ntype Note { text: String author: User }\ntype User @key(fields: "id") { id: ID! }',
  operations: ["query NotePage {\n  note {\n    text\n    author { ...Byline_user }\n  }\n}"],
};

/** The next release of a slice: the same with another server file. */
export function changed(sketch: ReleaseSketch, serverText: string): ReleaseSketch {
  return { ...sketch, files: { ...sketch.files, "server/server.mjs": serverText } };
}
