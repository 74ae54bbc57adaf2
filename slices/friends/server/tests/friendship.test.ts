import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startTestFriends, type TestFriends } from "./test-friends.ts";

let friends: TestFriends;
beforeAll(async () => {
  friends = await startTestFriends();
});
afterAll(() => friends[Symbol.asyncDispose]());

async function people(): Promise<{ alice: string; bob: string }> {
  const mark = randomUUID().slice(0, 8);
  return { alice: await friends.join(`alice_${mark}`), bob: await friends.join(`bob_${mark}`) };
}

const formed = "friends.FriendshipFormed.v1";
const ended = "friends.FriendshipEnded.v1";

const expectTold = (person: string, types: string[]) =>
  vi.waitFor(async () => expect(await friends.published(person)).toEqual(types), { timeout: 10_000 });

describe("friendship", () => {
  test("is asked for, accepted and ended; its beginning and its end are published", async () => {
    const { alice, bob } = await people();
    expect(await friends.act(alice, "sendFriendRequest", bob)).toBe("REQUESTED_BY_VIEWER");
    expect(await friends.person(bob, alice, "friendship { state }")).toEqual({
      friendship: { state: "REQUESTED_BY_THEM" },
    });
    expect(await friends.act(bob, "acceptFriendRequest", alice)).toBe("FRIENDS");
    expect(await friends.person(undefined, alice, "friendCount friendship { state }")).toEqual({
      friendCount: 1,
      friendship: null,
    });

    expect(await friends.act(alice, "unfriend", bob)).toBe("NONE");
    expect(await friends.person(alice, bob, "friendCount")).toEqual({ friendCount: 0 });
    await expectTold(alice, [formed, ended]);
  });

  test("comes at once when both ask, even at the same moment", async () => {
    const { alice, bob } = await people();
    await Promise.all([
      friends.act(alice, "sendFriendRequest", bob),
      friends.act(bob, "sendFriendRequest", alice),
    ]);
    expect(await friends.person(alice, bob, "friendship { state }")).toEqual({
      friendship: { state: "FRIENDS" },
    });
    await expectTold(alice, [formed]);
  });

  test("many steps at once leave one history without gaps", async () => {
    const { alice, bob } = await people();
    const steps = ["sendFriendRequest", "block", "unblock", "sendFriendRequest"];
    await Promise.all(steps.map((step) => friends.act(alice, step, bob)));
    const versions = await friends.server.db
      .selectFrom("friendship_event")
      .select("version")
      .where("stream", "=", [alice, bob].sort().join(":"))
      .orderBy("version")
      .execute();
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1));
  });

  test("a withdrawn request cannot be accepted: the answer carries how things stand", async () => {
    const { alice, bob } = await people();
    await friends.act(alice, "sendFriendRequest", bob);
    await friends.act(alice, "cancelFriendRequest", bob);
    expect(await friends.act(bob, "acceptFriendRequest", alice)).toBe("FriendshipConflict");
  });
});

describe("a block", () => {
  test("ends the friendship and hides who blocks", async () => {
    const { alice, bob } = await people();
    await friends.befriend(alice, bob);
    expect(await friends.act(alice, "block", bob)).toBe("BLOCKED_BY_VIEWER");
    expect(await friends.person(bob, alice, "friendship { state }")).toEqual({
      friendship: { state: "NONE" },
    });
    expect(await friends.act(bob, "sendFriendRequest", alice)).toBe("NotFound");
    expect(await friends.act(alice, "unblock", bob)).toBe("NONE");
    await expectTold(alice, [formed, ended]);
  });
});

describe("nobody", () => {
  test("acts as a visitor, on themselves, on strangers to the network, or on what is no id", async () => {
    const { alice, bob } = await people();
    expect(await friends.act(undefined, "sendFriendRequest", bob)).toBe("NotLoggedIn");
    expect(await friends.act(alice, "sendFriendRequest", alice)).toBe("NotFound");
    expect(await friends.act(alice, "sendFriendRequest", randomUUID())).toBe("NotFound");
    expect(await friends.act(alice, "sendFriendRequest", "bob")).toBe("NotFound");
  });
});
