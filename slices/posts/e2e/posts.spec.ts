import { expect, newcomer, postOf, test, writePost } from "@sliceway/e2e";

test("a post is liked, answered and deleted", async ({ browser, gatewayUrl }) => {
  const alice = await newcomer(browser, "alice", gatewayUrl);
  const text = `Hello from ${alice.handle}`;
  await writePost(alice, text);
  const card = postOf(alice.page, text);
  await card.getByRole("button", { name: /like/i }).click();
  await expect(card.getByRole("button", { name: /like/i })).toHaveAttribute("aria-pressed", "true");

  await card.getByRole("link", { name: /comment/i }).click();
  await alice.page.getByRole("textbox").fill("One more thing");
  await alice.page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(alice.page.getByRole("listitem").filter({ hasText: "One more thing" })).toBeVisible();

  await card.getByRole("button", { name: "Delete post" }).click();
  await alice.page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(alice.page).toHaveURL(`${gatewayUrl}/`);
  await expect(card).toBeHidden();
});
