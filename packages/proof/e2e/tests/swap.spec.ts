import { expect } from "@playwright/test";
import { newcomer, postOf, writePost } from "../src/steps.ts";
import { test } from "../src/test.ts";
import { buildApplauseWithoutCommentCount, buildCrashing } from "../src/variants.ts";

test("a tab stays on its releases while a new one drops a field that it reads", async ({ browser, env }) => {
  const alice = await newcomer(browser, "alice", env.gatewayUrl);
  await writePost(alice, "Before the swap");
  const before = await env.registry.getRouting();

  const deployment = await env.deploy(await buildApplauseWithoutCommentCount());
  expect(deployment).toMatchObject({ state: "done", problems: [] });

  // The tab that was open before: reads, posts, likes, comments, all with its own UI and API.
  await writePost(alice, "After the swap");
  const old = postOf(alice.page, "After the swap");
  await old.getByRole("button", { name: "Like" }).click();
  await expect(old.getByRole("button", { name: "Like" })).toHaveAttribute("aria-pressed", "true");
  await old.getByRole("link", { name: /comment/i }).click();
  await alice.page.getByRole("textbox").fill("Still here");
  await alice.page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(alice.page.getByRole("listitem").filter({ hasText: "Still here" })).toBeVisible();

  // A new tab has the new card in a feed that was not built again.
  const page = await alice.page.context().newPage();
  await page.goto("/");
  await expect(postOf(page, "After the swap").getByRole("button", { name: "Applaud" })).toBeVisible();
  const live = await env.registry.getVector((await env.registry.getRouting()).live ?? "");
  const earlier = await env.registry.getVector(before.live ?? "");
  expect({ ...live.releases, posts: "" }).toEqual({ ...earlier.releases, posts: "" });

  await env.registry.rollback("posts");
  await page.reload();
  await expect(postOf(page, "After the swap").getByRole("button", { name: "Like" })).toBeVisible();
});

test("a release that cannot start never gets traffic, and the deployment says why", async ({ env, page }) => {
  const before = await env.registry.getRouting();
  const deployment = await env.deploy(await buildCrashing());

  expect(deployment.state).toBe("failed");
  expect(JSON.stringify(deployment.problems)).toContain("this release cannot start");
  expect((await env.registry.getRouting()).live).toBe(before.live);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
