import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startTestSlice } from "@sliceway/subgraph-kit/testing";
import { vi } from "vitest";
import { slice } from "../src/slice.ts";

export type TestFriends = Awaited<ReturnType<typeof startTestFriends>>;

/** The real server on a real database, with what a test says to it in words of the domain. */
export async function startTestFriends() {
  const server = await startTestSlice(slice, {
    slice: "friends",
    schemaFile: fileURLToPath(import.meta.resolve("@sliceway/friends-contract/schema.graphql")),
    migrationsDir: resolve(import.meta.dirname, "../migrations"),
  });

  async function ask(viewer: string | undefined, text: string): Promise<Record<string, unknown>> {
    const { data, errors } = await server.query(text, viewer ? { viewer } : {});
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Lets login publish somebody, and waits until they can be found. */
  async function join(handle: string, name = handle, id: string = randomUUID()): Promise<string> {
    const data = { userId: id, handle, name, avatarUrl: null };
    await server.publish({ type: "login.UserSignedUp.v1", subject: id, data });
    await vi.waitFor(
      async () => {
        const row = await server.db.selectFrom("person").select("id").where("id", "=", id).executeTakeFirst();
        if (!row) throw new Error(`${handle} is not known yet`);
      },
      { timeout: 10_000 },
    );
    return id;
  }

  /** Gives the answer's type, and the friendship's new state as the viewer sees it. */
  async function act(viewer: string | undefined, step: string, userId: string): Promise<string> {
    const { result } = await ask(
      viewer,
      `mutation { result: ${step}(userId: "${userId}") {
        __typename
        ... on FriendshipChanged { user { friendship { state } } }
      } }`,
    );
    const answer = result as { __typename: string; user?: { friendship: { state: string } } };
    return answer.user?.friendship.state ?? answer.__typename;
  }

  async function befriend(a: string, b: string): Promise<void> {
    await act(a, "sendFriendRequest", b);
    await act(b, "acceptFriendRequest", a);
  }

  /** A field of one person, resolved as the gateway does it: by reference. */
  async function person<Value>(viewer: string | undefined, id: string, fields: string): Promise<Value> {
    const query = `query { _entities(representations: [{ __typename: "User", id: "${id}" }]) { ... on User { ${fields} } } }`;
    const { _entities } = await ask(viewer, query);
    return (_entities as Value[])[0] as Value;
  }

  /** Types of what this slice published of a person, oldest first. The relay works beside the answers: wait for it. */
  async function published(id: string): Promise<string[]> {
    const events = await server.published();
    return events
      .filter(({ source, subject }) => source === "friends" && subject.includes(id))
      .map(({ type }) => type);
  }

  return {
    server,
    ask,
    published,
    join,
    act,
    befriend,
    person,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
