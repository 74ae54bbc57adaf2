import { expect, newcomer, test } from "@sliceway/e2e";

test("what somebody adds is seen by everybody, and stays", async ({ browser, gatewayUrl, page }) => {
  const alice = await newcomer(browser, "alice", gatewayUrl);
  await alice.page.getByRole("navigation").getByRole("link", { name: "Slice Title" }).first().click();
  const text = `Hello from ${alice.handle}`;
  await alice.page.getByRole("textbox", { name: "Add something" }).fill(text);
  await alice.page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(alice.page.getByRole("listitem").filter({ hasText: text })).toContainText(alice.name);

  await page.goto("/slice-name");
  await expect(page.getByRole("listitem").filter({ hasText: text })).toBeVisible();
});
