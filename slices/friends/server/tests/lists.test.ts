import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestFriends, type TestFriends } from "./test-friends.ts";

interface Page {
  edges: { node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

let friends: TestFriends;
beforeAll(async () => {
  friends = await startTestFriends();
});
afterAll(() => friends[Symbol.asyncDispose]());

const joinMany = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, n) => friends.join(`p${n}_${randomUUID().slice(0, 8)}`)));

const FRIENDS = "edges { node { id } } pageInfo { hasNextPage endCursor }";

async function friendsOf(id: string, args: string): Promise<Page> {
  return (await friends.person<{ friends: Page }>(undefined, id, `friends(${args}) { ${FRIENDS} }`)).friends;
}

const ids = ({ edges }: Page) => edges.map(({ node }) => node.id);

describe("friends", () => {
  test("come newest first, page by page", async () => {
    const [alice = "", ...others] = await joinMany(6);
    for (const other of others) await friends.befriend(alice, other);

    const first = await friendsOf(alice, "first: 2");
    const rest = await friendsOf(alice, `first: 10, after: "${first.pageInfo.endCursor}"`);
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect([...ids(first), ...ids(rest)].toSorted()).toEqual(others.toSorted());
    expect(ids(await friendsOf(alice, "first: 10"))).toEqual([...ids(first), ...ids(rest)]);
  });

  test("of many people are asked for in one go", async () => {
    const [alice = "", bob = "", carol = ""] = await joinMany(3);
    await friends.befriend(alice, bob);
    await friends.befriend(alice, carol);
    const representations = [alice, bob, carol].map((id) => `{ __typename: "User", id: "${id}" }`).join();
    const { _entities } = await friends.ask(
      bob,
      `query { _entities(representations: [${representations}]) {
        ... on User { friendCount friends(first: 1) { edges { node { id } } } friendship { state } }
      } }`,
    );
    expect(_entities).toMatchObject([
      { friendCount: 2, friendship: { state: "FRIENDS" } },
      { friendCount: 1, friendship: null, friends: { edges: [{ node: { id: alice } }] } },
      { friendCount: 1, friendship: { state: "NONE" }, friends: { edges: [{ node: { id: alice } }] } },
    ]);
  });

  test("a cursor of another list is refused", async () => {
    const [alice = ""] = await joinMany(1);
    await expect(friendsOf(alice, 'after: "abc"')).rejects.toThrow("BAD_CURSOR");
  });
});

describe("friend requests", () => {
  test("are shown to the one who got them only, and vanish when answered", async () => {
    const [alice = "", bob = "", carol = ""] = await joinMany(3);
    await friends.act(bob, "sendFriendRequest", alice);
    await friends.act(carol, "sendFriendRequest", alice);
    const fields = "friendRequests { totalCount edges { node { from { id } sentAt } } }";

    expect(await friends.person(bob, alice, fields)).toEqual({ friendRequests: null });
    const { friendRequests } = await friends.person<{ friendRequests: unknown }>(alice, alice, fields);
    expect(friendRequests).toMatchObject({
      totalCount: 2,
      edges: [{ node: { from: { id: carol } } }, { node: { from: { id: bob } } }],
    });

    await friends.act(alice, "acceptFriendRequest", carol);
    await friends.act(alice, "declineFriendRequest", bob);
    expect(await friends.person(alice, alice, fields)).toEqual({
      friendRequests: { totalCount: 0, edges: [] },
    });
  });
});
