import { expect } from "@playwright/test";
import { becomeFriends, logOut, newcomer, postOf, writePost } from "../src/steps.ts";
import { test } from "../src/test.ts";

test("two people meet, become friends and talk", async ({ browser, gatewayUrl }) => {
  const alice = await newcomer(browser, "alice", gatewayUrl);
  const bob = await newcomer(browser, "bob", gatewayUrl);
  await becomeFriends(alice, bob);

  await alice.page.goto("/");
  await bob.page.goto("/");
  const text = `Hello from ${alice.handle}`;
  await writePost(alice, text);
  const card = postOf(bob.page, text);
  const writtenAt = performance.now();
  await expect(card).toBeVisible();
  console.log(`in the friend's feed after ${Math.round(performance.now() - writtenAt)} ms`);

  await card.getByRole("button", { name: /like/i }).click();
  await expect(card.getByRole("button", { name: /like/i })).toHaveAttribute("aria-pressed", "true");

  await card.getByRole("link", { name: /comment/i }).click();
  await bob.page.getByRole("textbox").fill("Nice to meet you");
  await bob.page.getByRole("button", { name: "Comment", exact: true }).click();
  const comment = bob.page.getByRole("listitem").filter({ hasText: "Nice to meet you" });
  await expect(comment).toBeVisible();

  await bob.page.reload();
  await expect(comment).toBeVisible();
  await expect(bob.page.getByRole("button", { name: /like/i }).first()).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await logOut(bob);
});
