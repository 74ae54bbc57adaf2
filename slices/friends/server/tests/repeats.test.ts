import { randomUUID } from "node:crypto";
import { repeatMutations } from "@sliceway/subgraph-kit/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pairOf, streamOf } from "../src/relation/pair.ts";
import { startTestFriends, type TestFriends } from "./test-friends.ts";

let friends: TestFriends;
beforeAll(async () => {
  friends = await startTestFriends();
});
afterAll(() => friends[Symbol.asyncDispose]());

const step = (name: string, userId: string) => `mutation {
  ${name}(userId: "${userId}") {
    __typename ... on FriendshipChanged { user { friendship { state since } friendCount } } } }`;

test("every mutation has one effect and one answer when it is repeated", async () => {
  const [alice, bob] = [await friends.join("alice"), await friends.join("bob")];
  const repeats = repeatMutations(friends.server);
  const act = (viewer: string, name: string) =>
    repeats.send(step(name, viewer === alice ? bob : alice), { viewer });

  await act(alice, "sendFriendRequest");
  await act(alice, "cancelFriendRequest");
  await act(alice, "sendFriendRequest");
  await act(bob, "declineFriendRequest");
  await act(alice, "sendFriendRequest");
  await act(bob, "acceptFriendRequest");
  await act(alice, "unfriend");
  await act(alice, "block");
  await act(alice, "unblock");
  expect(await repeats.untried()).toEqual([]);
});

test("many requests at the same time under one key are one", async () => {
  const [alice, bob] = [await friends.join("alice"), await friends.join("bob")];
  const keyed = { viewer: alice, idempotencyKey: randomUUID() };
  const ask = () => friends.server.query(step("sendFriendRequest", bob), keyed);
  const answers = await Promise.all(Array.from({ length: 20 }, ask));
  for (const { data } of answers) {
    expect(data).toMatchObject({
      sendFriendRequest: { user: { friendship: { state: "REQUESTED_BY_VIEWER" } } },
    });
  }
  const events = await friends.server.db
    .selectFrom("friendship_event")
    .select("type")
    .where("stream", "=", streamOf(pairOf(alice, bob)))
    .execute();
  expect(events).toEqual([{ type: "RequestSent" }]);
});

test("a step that is repeated late does not undo what was done since", async () => {
  const [alice, bob] = [await friends.join("alice"), await friends.join("bob")];
  const keyed = { viewer: alice, idempotencyKey: randomUUID() };
  await friends.server.query(step("sendFriendRequest", bob), keyed);
  await friends.act(alice, "cancelFriendRequest", bob);
  const { data } = await friends.server.query(step("sendFriendRequest", bob), keyed);
  expect(data).toMatchObject({
    sendFriendRequest: { __typename: "FriendshipChanged", user: { friendship: { state: "NONE" } } },
  });
});
