import { becomeFriends, expect, newcomer, postOf, test, writePost } from "@sliceway/e2e";

test("a feed has the posts of friends and of nobody else", async ({ browser, gatewayUrl }) => {
  const alice = await newcomer(browser, "alice", gatewayUrl);
  const bob = await newcomer(browser, "bob", gatewayUrl);
  const before = `Before we met, ${alice.handle}`;
  await writePost(alice, before);
  await bob.page.goto("/");
  await expect(bob.page.getByRole("textbox").first()).toBeVisible();
  await expect(postOf(bob.page, before)).toBeHidden();

  await becomeFriends(alice, bob);
  await bob.page.goto("/");
  await expect(postOf(bob.page, before)).toBeVisible();
});
