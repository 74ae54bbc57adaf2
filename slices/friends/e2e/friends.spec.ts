import { becomeFriends, expect, newcomer, test } from "@sliceway/e2e";

test("two people find each other, and are on each other's lists", async ({ browser, gatewayUrl }) => {
  const alice = await newcomer(browser, "alice", gatewayUrl);
  const bob = await newcomer(browser, "bob", gatewayUrl);
  await becomeFriends(alice, bob);

  await alice.page.goto("/friends");
  const friends = alice.page.getByRole("list", { name: "Friends" });
  await expect(friends.getByText(bob.name)).toBeVisible();
});
