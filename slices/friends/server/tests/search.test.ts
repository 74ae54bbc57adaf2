import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startTestFriends, type TestFriends } from "./test-friends.ts";

let friends: TestFriends;
beforeAll(async () => {
  friends = await startTestFriends();
});
afterAll(() => friends[Symbol.asyncDispose]());

async function search(text: string, { viewer, args = "" }: { viewer?: string; args?: string } = {}) {
  const { searchPeople } = await friends.ask(
    viewer,
    `{ searchPeople(text: ${JSON.stringify(text)}${args}) { edges { cursor node { id } } pageInfo { hasNextPage } } }`,
  );
  return searchPeople as {
    edges: { cursor: string; node: { id: string } }[];
    pageInfo: { hasNextPage: boolean };
  };
}

const found = async (text: string, viewer?: string) =>
  (await search(text, viewer ? { viewer } : {})).edges.map(({ node }) => node.id);

describe("searchPeople", () => {
  test("has the best first: the handle, handles that begin so, names that begin so, the rest", async () => {
    const inside = await friends.join("x_mira", "Somebody");
    const byWord = await friends.join("zeta", "Ann Mirabel");
    const byHandle = await friends.join("mirage", "Zoe");
    const exact = await friends.join("mira", "Mira Lindqvist");
    expect(await found("@Mira")).toEqual([exact, byHandle, byWord, inside]);
  });

  test("finds Korean names however they were typed", async () => {
    const seoyeon = await friends.join("seoyeon_k", "김서연");
    expect(await found("김서")).toEqual([seoyeon]);
    expect(await found("서연".normalize("NFD"))).toEqual([seoyeon]);
  });

  test("takes %, _ and \\ as they are", async () => {
    const percent = await friends.join("percent", "100% cotton");
    expect(await found("100%")).toEqual([percent]);
    expect(await found("1%0")).toEqual([]);
    expect(await found("\\")).toEqual([]);
  });

  test("follows a new name", async () => {
    const id = await friends.join("renamed", "Before");
    const data = { userId: id, handle: "renamed", name: "Quite Different", avatarUrl: null };
    await friends.server.publish({ type: "login.ProfileUpdated.v1", subject: id, data });
    await vi.waitFor(async () => expect(await found("quite diff")).toEqual([id]), { timeout: 10_000 });
    expect(await found("before")).toEqual([]);
  });

  test("shows nobody who is blocked in either direction, and not oneself", async () => {
    const mark = randomUUID().slice(0, 8);
    const [alice, bob, carol] = await Promise.all(
      ["a", "b", "c"].map((who) => friends.join(`${who}_${mark}`)),
    );
    await friends.act(alice, "block", bob ?? "");
    expect(await found(mark, alice)).toEqual([carol]);
    expect(await found(mark, bob)).toEqual([carol]);
    expect(await found(mark)).toEqual([alice, bob, carol]);
  });

  test("goes on where a page ended", async () => {
    const mark = randomUUID().slice(0, 8);
    const joined = await Promise.all(["d", "e", "f"].map((who) => friends.join(`${who}_${mark}`)));
    const first = await search(mark, { args: ", first: 2" });
    const rest = await search(mark, { args: `, first: 2, after: "${first.edges.at(-1)?.cursor}"` });
    expect([...first.edges, ...rest.edges].map(({ node }) => node.id)).toEqual(joined);
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
  });
});
