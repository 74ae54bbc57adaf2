import { InMemoryCache } from "@apollo/client";
import { expect, test } from "vitest";
import { prepareCache } from "../src/cache/prepare-cache.ts";
import { typedDocument } from "../src/documents/typed-document.ts";

const Notes = typedDocument<{ notes: NoteList | null }, { after?: string }>(
  "query Notes($after: String) { notes(after: $after) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }",
  { connections: { "Query.notes": [] }, possibleTypes: {} },
);

interface NoteList {
  edges: { cursor: string; node: { __typename: "Note"; id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

test("a further page is appended", () => {
  const cache = cacheWith(list(["a", "b"], true));
  write(cache, list(["c"], false), "b");
  expect(read(cache)).toEqual({ ids: ["a", "b", "c"], hasNextPage: false });
});

test("a page that comes twice stands there once", () => {
  const cache = cacheWith(list(["a", "b"], true));
  write(cache, list(["c"], true), "b");
  write(cache, list(["c", "d"], false), "b");
  expect(read(cache).ids).toEqual(["a", "b", "c", "d"]);
});

test("a fresh first page keeps what was read beyond it", () => {
  const cache = cacheWith(list(["b", "c"], true));
  write(cache, list(["d", "e"], false), "c");
  write(cache, list(["a", "b"], true));
  expect(read(cache)).toEqual({ ids: ["a", "b", "c", "d", "e"], hasNextPage: false });
});

test("a fresh first page that no longer reaches the rest replaces it", () => {
  const cache = cacheWith(list(["y", "z"], false));
  write(cache, list(["a", "b"], true));
  expect(read(cache)).toEqual({ ids: ["a", "b"], hasNextPage: true });
});

test("what has left the cache leaves the list", () => {
  const cache = cacheWith(list(["a", "b"], false));
  cache.evict({ id: "Note:a" });
  expect(read(cache).ids).toEqual(["b"]);
});

test("a list that cannot be read this time stays as it was", () => {
  const cache = cacheWith(list(["a"], false));
  cache.writeQuery({ query: Notes, data: { notes: null } });
  expect(read(cache).ids).toEqual(["a"]);
});

function cacheWith(first: NoteList): InMemoryCache {
  const cache = new InMemoryCache();
  prepareCache(cache, Notes);
  write(cache, first);
  return cache;
}

function write(cache: InMemoryCache, notes: NoteList, after?: string): void {
  cache.writeQuery({ query: Notes, variables: { after }, data: { notes } });
}

function read(cache: InMemoryCache): { ids: string[]; hasNextPage: boolean | undefined } {
  const notes = cache.readQuery({ query: Notes })?.notes;
  return { ids: notes?.edges.map(({ node }) => node.id) ?? [], hasNextPage: notes?.pageInfo.hasNextPage };
}

function list(ids: string[], hasNextPage: boolean): NoteList {
  const edges = ids.map((id) => ({ cursor: id, node: { __typename: "Note" as const, id } }));
  return { edges, pageInfo: { hasNextPage, endCursor: ids.at(-1) ?? null } };
}
