import type { Problem, Release } from "@sliceway/protocol";
import { describe, expect, it } from "vitest";
import { makeRelease, type ReleaseSketch } from "../testing/make-release.ts";
import { buildVector } from "./build-vector.ts";

const people: ReleaseSketch = {
  schema: 'type Query { viewer: User }\ntype User @key(fields: "id") { id: ID! name: String }',
  fragments: ["fragment Byline_user on User { id name }"],
};
const notes: ReleaseSketch = {
  schema:
    'type Query { note: Note }\ntype Note { text: String author: User }\ntype User @key(fields: "id") { id: ID! }',
  operations: ["query NotePage {\n  note {\n    text\n    author { ...Byline_user }\n  }\n}"],
};

async function build(sketches: Record<string, ReleaseSketch>) {
  const made = Object.entries(sketches).map(([slice, sketch]) => makeRelease(slice, sketch));
  const releases = await Promise.all(made);
  return { releases, built: buildVector(releases, new Date(0)) };
}

async function vectorOf(sketches: Record<string, ReleaseSketch>) {
  const { built } = await build(sketches);
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  return built.vector;
}

async function problemsOf(sketches: Record<string, ReleaseSketch>) {
  const { built, releases } = await build(sketches);
  if (built.ok) throw new Error("nothing was found");
  for (const problem of built.problems) expectBlame(problem, releases);
  return built.problems.map(({ code, slice, operation, file, line }) => [code, slice, operation, file, line]);
}

function expectBlame(problem: Problem, releases: Release[]) {
  expect(problem.release).toBe(releases.find((release) => release.slice === problem.slice)?.id ?? null);
  expect(problem.fix).toMatch(/\.$/);
}

describe("a vector", () => {
  it("joins operations with other slices' fragments and adds __typename as the client does", async () => {
    const vector = await vectorOf({ people, notes });
    expect(vector.operations.map(({ slice, name, text }) => [slice, name, text])).toEqual([
      [
        "notes",
        "NotePage",
        "query NotePage{note{text author{...Byline_user __typename}__typename}}fragment Byline_user on User{id name __typename}",
      ],
    ]);
    expect(vector.fragments).toEqual([
      { slice: "people", name: "Byline_user", text: "fragment Byline_user on User { id name }" },
    ]);
    expect(vector.supergraph).toContain("NOTES @join__graph");
  });

  it("is the same whatever the order of releases", async () => {
    expect(await vectorOf({ people, notes })).toEqual(await vectorOf({ notes, people }));
  });

  it("joins fragments that other fragments spread", async () => {
    const card = {
      ...notes,
      fragments: ["fragment Card_note on Note { text author { ...Byline_user } }"],
      operations: [],
    };
    const feeds: ReleaseSketch = { operations: ["query Feed { note { ...Card_note } }"] };
    const vector = await vectorOf({ people, notes: card, feeds });
    expect(vector.operations[0]?.text).toMatch(/fragment Byline_user.*fragment Card_note/);
  });
});

describe("a refusal", () => {
  it("names file and line of a field that is gone", async () => {
    const wrong = { ...notes, operations: ["query NotePage {\n  note {\n    gone\n  }\n}"] };
    expect(await problemsOf({ people, notes: wrong })).toEqual([
      ["OPERATION_INVALID", "notes", "NotePage", "web/src/NotePage.graphql", 3],
    ]);
  });

  it("blames the slice whose fragment is wrong, once", async () => {
    const fragments = ["fragment Other_user on User { id }", "fragment Byline_user on User {\n  gone\n}"];
    expect(await problemsOf({ people: { ...people, fragments }, notes })).toEqual([
      ["FRAGMENT_INVALID", "people", null, "contract/fragments.graphql", 12],
    ]);
  });

  it("names an operation whose fragment nobody exposes", async () => {
    expect(await problemsOf({ people: { ...people, fragments: [] }, notes })).toEqual([
      ["FRAGMENT_MISSING", "notes", "NotePage", "web/src/NotePage.graphql", 1],
    ]);
  });

  it("wants exposed fragments without variables", async () => {
    const fragments = ["fragment Byline_user on User { name @include(if: $long) }"];
    const alone = { ...notes, operations: [] };
    expect(await problemsOf({ people: { ...people, fragments }, notes: alone })).toEqual([
      ["FRAGMENT_USES_VARIABLES", "people", null, "contract/fragments.graphql", 1],
    ]);
  });

  it("finds two slices that expose one name", async () => {
    const second = { ...notes, fragments: ["fragment Byline_user on User { id }"] };
    expect(await problemsOf({ people, notes: second })).toContainEqual([
      "FRAGMENT_CONFLICT",
      "people",
      null,
      "contract/fragments.graphql",
      1,
    ]);
  });

  it("finds an own fragment under another slice's name", async () => {
    const text = "query NotePage { note { author { ...Byline_user } } } fragment Byline_user on User { id }";
    expect(await problemsOf({ people, notes: { ...notes, operations: [text] } })).toEqual([
      ["FRAGMENT_CONFLICT", "notes", "NotePage", "web/src/NotePage.graphql", 1],
    ]);
  });

  it("names the schema that does not compose", async () => {
    const schema = 'type Query { viewer: User }\ntype User @key(fields: "id") { id: ID! name: Missing }';
    expect(await problemsOf({ people: { ...people, schema }, notes })).toEqual([
      ["SCHEMAS_DO_NOT_COMPOSE", "people", null, "contract/schema.graphql", 3],
    ]);
  });

  it("names a schema that does not parse", async () => {
    expect(await problemsOf({ people: { ...people, schema: "type Query {" }, notes })).toEqual([
      ["SCHEMAS_DO_NOT_COMPOSE", "people", null, "contract/schema.graphql", 2],
    ]);
  });

  it("finds shared exports that the shell does not provide", async () => {
    const shell: ReleaseSketch = { role: "shell", provides: { react: ["useState"] } };
    const uses = { react: ["useState", "useOptimistic"] };
    expect(await problemsOf({ people: { ...people, uses }, shell })).toEqual([
      ["SHARED_EXPORT_MISSING", "people", null, "slice.json", 1],
    ]);
  });

  it("finds a path that two slices want", async () => {
    const route = (path: string) => ({
      web: {
        routes: [{ path, module: "./Page", title: { en: "Page" }, variables: {} }],
        navigation: [],
        slots: {},
      },
    });
    const sketches = {
      people: { ...people, manifest: route("/x/:id") },
      notes: { ...notes, manifest: route("/x/:key") },
    };
    expect(await problemsOf(sketches)).toEqual([["CLAIMED_TWICE", "people", null, "slice.json", 1]]);
  });
});
