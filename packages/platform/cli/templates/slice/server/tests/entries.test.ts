import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ADD, LIST, person, type Server, startSlice } from "./start-slice.ts";

let server: Server;
beforeAll(async () => {
  server = await startSlice();
});
afterAll(() => server[Symbol.asyncDispose]());

interface Added {
  result: { __typename: string; entry: { id: string; text: string; createdAt: string } };
}

interface Listed {
  list: { edges: { node: { text: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

async function add(viewer: string | null, text: string): Promise<Added["result"]> {
  const options = { ...(viewer && { viewer }), variables: { text } };
  const { data, errors } = await server.query<Added>(ADD, options);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.result;
}

async function list(variables: Record<string, unknown>) {
  return (await server.query<Listed>(LIST, { variables })).data.list;
}

test("an entry is in the list as soon as it is added, newest first, page by page", async () => {
  const alice = person("alice");
  for (const text of ["One", "  Two "]) await add(alice, text);
  const first = await list({ first: 1 });
  expect(first).toMatchObject({
    edges: [{ node: { text: "Two", author: { id: alice } } }],
    pageInfo: { hasNextPage: true },
  });
  const next = await list({ first: 1, after: first.pageInfo.endCursor });
  expect(next.edges).toMatchObject([{ node: { text: "One" } }]);
});

test("an entry is published", async () => {
  const alice = person("alice");
  const { entry } = await add(alice, "Hello");
  const find = async () => (await server.published()).find(({ subject }) => subject === entry.id);
  await vi.waitFor(async () => expect(await find()).toBeDefined());
  expect(await find()).toMatchObject({
    type: "slice-name.EntryAdded.v1",
    source: "slice-name",
    time: new Date(entry.createdAt),
    data: { entryId: entry.id, authorId: alice, addedAt: entry.createdAt },
  });
});

test("what cannot be added is refused with the reason", async () => {
  expect(await add(person("alice"), " ")).toEqual({
    __typename: "InvalidInput",
    fields: [{ field: "text", reason: "TOO_SHORT" }],
  });
  expect(await add(null, "Hello")).toEqual({ __typename: "NotLoggedIn" });
});
