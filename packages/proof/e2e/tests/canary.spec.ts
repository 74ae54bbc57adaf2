import { type Browser, expect } from "@playwright/test";
import type { Deployment } from "@sliceway/protocol";
import { newcomer, type Person, postOf, writePost } from "../src/steps.ts";
import { test } from "../src/test.ts";
import { buildThrowingCard, buildWithWord } from "../src/variants.ts";

/** Another browser of the same person: to the gateway it is another visitor. */
async function openElsewhere(browser: Browser, { page }: Person, baseURL: string) {
  const context = await browser.newContext({ baseURL });
  const cookies = await page.context().cookies();
  await context.addCookies(cookies.filter(({ name }) => name !== "visitor"));
  const elsewhere = await context.newPage();
  await elsewhere.goto("/");
  return elsewhere;
}

const hasVisitors = ({ canary }: Deployment) => (canary?.stages.length ?? 0) > 0;

test("a canary whose card throws is rolled back by itself, and nobody is left with a broken page", async ({
  browser,
  env,
}) => {
  const alice = await newcomer(browser, "alice", env.gatewayUrl);
  await writePost(alice, "Watch this");
  const manner = { canary: { steps: [50], samples: 5 } };
  const { id } = await env.begin(manner, await buildThrowingCard());
  await expect.poll(async () => hasVisitors(await env.registry.getDeployment(id))).toBe(true);

  await expect(async () => {
    const page = await openElsewhere(browser, alice, env.gatewayUrl);
    await expect(postOf(page, "Watch this").getByRole("button", { name: "Like" })).toBeVisible();
    await page.context().close();
    expect((await env.registry.getDeployment(id)).state).toBe("failed");
  }).toPass({ timeout: 90_000 });

  const { problems } = await env.registry.getDeployment(id);
  expect(problems).toMatchObject([{ code: "CANARY_WORSE", message: expect.stringMatching(/at 50%/) }]);
  expect((await env.registry.getRouting()).canaries).toEqual([]);
});

test("a visitor of a canary has its UI and its API, tab after tab, until it is promoted to all", async ({
  browser,
  env,
}) => {
  const bob = await newcomer(browser, "bob", env.gatewayUrl);
  await writePost(bob, "Who has what");
  const manner = { canary: { steps: [50] } };
  const { id } = await env.begin(manner, await buildWithWord("Cheer"));
  await expect.poll(async () => hasVisitors(await env.registry.getDeployment(id))).toBe(true);

  const { canaries } = await env.registry.getRouting();
  await expect(async () => {
    const page = await openElsewhere(browser, bob, env.gatewayUrl);
    const boot = (await page.locator("#sliceway-boot").textContent()) ?? "";
    const isChosen = boot.includes(canaries[0]?.vector ?? "none");
    const word = isChosen ? "Cheer" : "Like";
    await expect(postOf(page, "Who has what").getByRole("button", { name: word })).toBeVisible();
    await page.reload();
    await expect(postOf(page, "Who has what").getByRole("button", { name: word })).toBeVisible();
    await page.context().close();
    expect(isChosen).toBe(true);
  }).toPass({ timeout: 60_000 });

  await env.registry.promote("posts", 100);
  await expect.poll(async () => (await env.registry.getDeployment(id)).state).toBe("done");
  await bob.page.reload();
  await expect(postOf(bob.page, "Who has what").getByRole("button", { name: "Cheer" })).toBeVisible();
  await env.registry.rollback("posts");
});
