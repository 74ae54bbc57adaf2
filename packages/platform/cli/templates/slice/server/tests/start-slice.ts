import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startTestSlice } from "@sliceway/subgraph-kit/testing";
import { slice } from "../src/slice.ts";

export type Server = Awaited<ReturnType<typeof startSlice>>;

/** The slice's server, with nothing in it. */
export function startSlice() {
  return startTestSlice(slice, {
    slice: "slice-name",
    schemaFile: fileURLToPath(import.meta.resolve("@sliceway/slice-name-contract/schema.graphql")),
    migrationsDir: resolve(import.meta.dirname, "../migrations"),
  });
}

/** Someone whom no other test knows. */
export const person = (name: string) => `${name}-${randomUUID()}`;

export const ADD = `mutation ($text: String!) {
  result: addSliceNameEntry(input: { text: $text }) {
    __typename
    ... on SliceNameEntryAdded { entry { id text createdAt author { id } } }
    ... on InvalidInput { fields { field reason } }
  }
}`;

export const LIST = `query ($first: Int, $after: String) {
  list: sliceNameEntries(first: $first, after: $after) {
    edges { node { id text author { id } } }
    pageInfo { hasNextPage endCursor }
  }
}`;
