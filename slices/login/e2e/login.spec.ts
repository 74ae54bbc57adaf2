import { expect, logOut, newcomer, PASSWORD, test } from "@sliceway/e2e";

test("somebody logs out, and in again", async ({ browser, gatewayUrl }) => {
  const alice = await newcomer(browser, "alice", gatewayUrl);
  await logOut(alice);
  await alice.page.goto("/login");
  await alice.page.getByLabel("Handle").fill(alice.handle);
  await alice.page.getByLabel("Password").fill(PASSWORD);
  await alice.page.getByRole("main").getByRole("button", { name: "Log in" }).click();
  await expect(alice.page.getByRole("button", { name: "Your account" })).toBeVisible();
});
