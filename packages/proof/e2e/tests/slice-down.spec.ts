import { expect } from "@playwright/test";
import type { DevEnv } from "@sliceway/dev-env";
import { newcomer, postOf, writePost } from "../src/steps.ts";
import { test } from "../src/test.ts";

test("with posts down the rest works, and its parts come back by themselves", async ({ browser, env }) => {
  const alice = await newcomer(browser, "alice", env.gatewayUrl);
  await writePost(alice, "Here before");

  {
    using _ = holdDown(env, "posts");
    await expect.poll(() => isServing(env, "posts")).toBe(false);
    await alice.page.reload();
    await expect(alice.page.getByRole("navigation", { name: "Main" })).toBeVisible();
    await expect(alice.page.getByText("Some of this can’t be shown right now")).toBeVisible();

    await alice.page.goto("/friends");
    await expect(alice.page.getByRole("heading", { name: "Friends", level: 1 })).toBeVisible();
    const bob = await newcomer(browser, "bob", env.gatewayUrl);
    await expect(bob.page.getByRole("button", { name: "Your account" })).toBeVisible();
    await alice.page.goto("/");
    await expect(alice.page.getByText("Some of this can’t be shown right now")).toBeVisible();
  }
  const letLiveAt = performance.now();
  await expect(postOf(alice.page, "Here before")).toBeVisible({ timeout: 30_000 });
  console.log(`the posts are back after ${((performance.now() - letLiveAt) / 1000).toFixed(1)} s`);
});

/** Kills a slice's servers as often as they are started again, until disposed. */
function holdDown(env: DevEnv, slice: string): Disposable {
  const timer = setInterval(() => {
    for (const pid of env.serversOf(slice)) process.kill(pid, "SIGKILL");
  }, 20);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

async function isServing(env: DevEnv, slice: string): Promise<boolean> {
  const answer = await fetch(`${env.gatewayUrl}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: '{ post(id: "00000000-0000-4000-8000-000000000000") { id } }' }),
  });
  return !JSON.stringify(await answer.json()).includes(`"slice":"${slice}"`);
}
