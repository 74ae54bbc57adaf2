import { createDemoNetwork } from "@sliceway/demo-network";
import { expect, test, vi } from "vitest";
import { startTestFriends } from "./test-friends.ts";

test("the demo network is loaded once, with its friendships, requests and events", async () => {
  await using friends = await startTestFriends();
  const { friendships, requests, people } = createDemoNetwork();
  await friends.server.seed();
  await friends.server.seed();

  const alice = people.find(({ handle }) => handle === "alice")?.id ?? "";
  const friendCount = friendships.filter(({ userIds }) => userIds.includes(alice)).length;
  const totalCount = requests.filter(({ to }) => to === alice).length;
  expect(await friends.person(alice, alice, "friendCount friendRequests { totalCount }")).toEqual({
    friendCount,
    friendRequests: { totalCount },
  });
  await vi.waitFor(async () => expect(await friends.server.published()).toHaveLength(friendships.length), {
    timeout: 10_000,
  });
});
