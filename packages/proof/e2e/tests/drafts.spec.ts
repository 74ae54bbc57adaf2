import { expect } from "@playwright/test";
import { logOut, newcomer, postOf, writePost } from "../src/steps.ts";
import { test } from "../src/test.ts";

test("what was typed outlives a reload, and goes with whoever typed it", async ({ browser, env }) => {
  const alice = await newcomer(browser, "alice", env.gatewayUrl);
  const { page } = alice;
  await writePost(alice, "Talk to me");
  await page.getByRole("textbox").first().fill("A second post");
  await postOf(page, "Talk to me")
    .getByRole("link", { name: /comment/i })
    .click();
  await page.getByRole("textbox").fill("A comment");
  await page.reload();
  await expect(page.getByRole("textbox")).toHaveValue("A comment");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "A comment" })).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveValue("");

  await page.goto("/settings");
  await page.getByLabel("About you").fill("Likes rain");
  await page.getByLabel("Current password").fill("not for any store");
  await page.reload();
  await expect(page.getByLabel("About you")).toHaveValue("Likes rain");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(alice.name);
  await expect(page.getByLabel("Current password")).toHaveValue("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved")).toBeVisible();

  await page.goto("/");
  await expect(page.getByRole("textbox").first()).toHaveValue("A second post");
  await logOut(alice);
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("A second post");
  await page.context().close();
});
