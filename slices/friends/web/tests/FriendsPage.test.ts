import { resolve } from "node:path";
import { expect, renderRemote } from "@sliceway/web-kit/testing";
import { test } from "vitest";

const slice = resolve(import.meta.dirname, "../..");
const alice = { id: "u1", handle: "alice" };
const pageInfo = { hasNextPage: false, endCursor: null };

/** Somebody who stands to alice like this. */
function person(id: string, state: string) {
  return { id, name: "Bob", handle: "bob", friendCount: 0, friendship: { state, since: null } };
}

test("a request that is accepted makes a friend", async () => {
  let friends: object[] = [];
  const asking = person("u2", "REQUESTED_BY_THEM");
  const viewer = () => ({
    id: alice.id,
    friendRequests: {
      totalCount: friends.length === 0 ? 1 : 0,
      edges:
        friends.length === 0 ? [{ cursor: "r", node: { from: asking, sentAt: "2026-11-28T10:00:00Z" } }] : [],
      pageInfo,
    },
    friends: { edges: friends.map((node) => ({ cursor: "f", node })), pageInfo },
  });
  const acceptFriendRequest = ({ userId }: { userId: string }) => {
    friends = [person(userId, "FRIENDS")];
    return { __typename: "FriendshipChanged", user: friends[0] };
  };
  await using page = await renderRemote({
    slice,
    path: "/friends",
    data: { viewer, acceptFriendRequest },
    viewer: alice,
  });
  await expect(page.getByText("No friends yet")).toBeVisible();
  await page.getByRole("region", { name: "Requests" }).getByRole("button", { name: "Accept" }).click();
  await expect(page.getByRole("list", { name: "Friends" }).getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("region", { name: "Requests" })).toHaveCount(0);
});

test("a step that does not fit any more says so, and shows how it stands now", async () => {
  await using page = await renderRemote({
    slice,
    slot: { name: "person.action", of: person("u2", "NONE") },
    data: {
      sendFriendRequest: () => ({
        __typename: "FriendshipConflict",
        message: "They have asked first.",
        user: person("u2", "REQUESTED_BY_THEM"),
      }),
    },
    viewer: alice,
    theme: "dark",
  });
  await page.getByRole("button", { name: "Add friend" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("This has changed meanwhile.");
  await expect(page.getByRole("button", { name: "Accept" })).toBeVisible();
});

test("visitors are led to the log-in and back", async () => {
  await using page = await renderRemote({ slice, path: "/friends", data: { viewer: null } });
  const logIn = page.getByRole("link", { name: "Log in" });
  await expect(logIn).toHaveAttribute("href", "/login?next=%2Ffriends");
});
