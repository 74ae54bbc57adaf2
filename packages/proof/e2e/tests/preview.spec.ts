import { expect } from "@playwright/test";
import { newcomer, postOf, writePost } from "../src/steps.ts";
import { test } from "../src/test.ts";
import { buildWithWord } from "../src/variants.ts";

test.beforeAll(async ({ env }) => {
  const deployment = await env.preview("pr-42", await buildWithWord("Applaud"));
  expect(deployment).toMatchObject({ state: "done", problems: [] });
});

test.describe("a test that asks for a preview", () => {
  test.use({ preview: "pr-42" });

  test("sees it, on the data of everybody, while everybody sees what is live", async ({
    browser,
    env,
    page,
  }) => {
    const alice = await newcomer(browser, "alice", env.gatewayUrl);
    await writePost(alice, "Seen twice");
    await page.context().addCookies(await alice.page.context().cookies());
    await page.goto("/");
    await expect(page.getByRole("complementary", { name: "Preview" })).toContainText("pr-42");
    await expect(postOf(page, "Seen twice").getByRole("button", { name: "Applaud" })).toBeVisible();

    await alice.page.reload();
    await expect(postOf(alice.page, "Seen twice").getByRole("button", { name: "Like" })).toBeVisible();
    await expect(alice.page.getByRole("complementary", { name: "Preview" })).toBeHidden();
  });
});

test("a link leads a browser into a preview, and the bar on the page leads out of it", async ({
  browser,
  env,
}) => {
  const bob = await newcomer(browser, "bob", env.gatewayUrl);
  await writePost(bob, "Look at this");
  const { token } = await env.registry.createPreviewLink("pr-42");
  await bob.page.goto(`/?preview=${token}`);
  await expect(bob.page).toHaveURL(`${env.gatewayUrl}/`);
  const card = postOf(bob.page, "Look at this");
  await card.getByRole("button", { name: "Applaud" }).click();
  await expect(card.getByRole("button", { name: "Applaud" })).toHaveAttribute("aria-pressed", "true");

  await bob.page.getByRole("link", { name: "Leave it" }).click();
  await expect(card.getByRole("button", { name: "Like" })).toBeVisible();
  await expect(bob.page.getByRole("complementary", { name: "Preview" })).toBeHidden();

  await env.registry.endPreview("pr-42");
  await expect(async () => {
    const refused = await bob.page.goto(`/?preview=${token}`);
    expect(refused?.status()).toBe(403);
  }).toPass();
  await expect(bob.page.getByText("The preview pr-42 is over.")).toBeVisible();
});
