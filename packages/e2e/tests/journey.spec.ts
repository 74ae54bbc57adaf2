import { type Browser, expect, type Page, test } from "@playwright/test";
import { freshHandle } from "../src/people.ts";
import { signUp } from "../src/steps.ts";

test("two people meet, become friends, and talk", async ({ browser }) => {
  const alice = await newcomer(browser, "alice");
  const bob = await newcomer(browser, "bob");

  await alice.page.goto("/search");
  await alice.page.getByRole("searchbox").fill(bob.handle);
  await alice.page.getByRole("button", { name: /add friend/i }).click();
  await expect(alice.page.getByText(/requested/i)).toBeVisible();

  await bob.page.goto("/friends");
  await bob.page.getByRole("button", { name: /accept/i }).click();
  await expect(bob.page.getByRole("link", { name: alice.name }).first()).toBeVisible();

  await bob.page.goto("/");
  const text = `Hello from ${alice.handle}`;
  await alice.page.goto("/");
  await alice.page.getByRole("textbox").first().fill(text);
  await alice.page.getByRole("button", { name: /^post$/i }).click();
  await expect(alice.page.getByText(text)).toBeVisible();

  const card = bob.page.getByRole("article").filter({ hasText: text });
  await expect(card).toBeVisible({ timeout: 2_000 });
  await card.getByRole("button", { name: /like/i }).click();
  await expect(card.getByRole("button", { name: /like/i })).toHaveAttribute("aria-pressed", "true");

  await card.getByRole("link", { name: /comment/i }).click();
  await bob.page.getByRole("textbox").fill("Nice to meet you");
  await bob.page.getByRole("button", { name: /^comment$/i }).click();
  await expect(bob.page.getByText("Nice to meet you")).toBeVisible();

  await bob.page.reload();
  await expect(bob.page.getByText("Nice to meet you")).toBeVisible();
  await expect(bob.page.getByRole("button", { name: /like/i }).first()).toHaveAttribute("aria-pressed", "true");

  await logOut(bob.page);
  await expect(bob.page.getByRole("link", { name: /log in/i }).first()).toBeVisible();
});

async function newcomer(browser: Browser, name: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const handle = freshHandle(name);
  await signUp(page, { handle, name: `${name} ${handle}` });
  return { page, handle, name: `${name} ${handle}` };
}

async function logOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /account/i }).click();
  await page.getByRole("menuitem", { name: /log out/i }).click();
}
