import type { Locator, Page } from "@playwright/test";

/** Where posts are written: it stands on the feed alone. */
export function composerOf(page: Page): Locator {
  return page.getByRole("textbox", { name: "What’s on your mind?" });
}

/** A way to a route whose code is not loaded yet, and what is seen when it is there. */
const routes: readonly ((page: Page) => Promise<void>)[] = [
  async (page) => {
    await page
      .getByRole("link", { name: /comment/i })
      .first()
      .click();
    await page.getByRole("textbox", { name: "Write a comment" }).waitFor();
  },
  async (page) => {
    await page.getByRole("link", { name: "Friends", exact: true }).click();
    await page.getByRole("heading", { name: "Friends", level: 1 }).waitFor();
  },
  async (page) => {
    await page.getByRole("link", { name: "Profile", exact: true }).click();
    await page.getByRole("link", { name: "Edit profile" }).waitFor();
  },
  async (page) => {
    await page.getByRole("link", { name: "Search", exact: true }).click();
    await page.getByRole("searchbox").fill("bo");
    await page.getByRole("listitem").filter({ hasText: "@bob" }).first().waitFor();
  },
  async (page) => {
    await page.getByRole("link", { name: "Profile", exact: true }).click();
    await page.getByRole("link", { name: "Edit profile" }).click();
    await page.getByLabel("About you").waitFor();
  },
];

/** Opens one more route once so much of the trial is over, and goes back to the feed. Resolves to whether it did. */
export async function visitRoute(page: Page, visited: number, progress: number): Promise<boolean> {
  const route = routes[visited];
  if (!route || progress < (visited + 0.5) / routes.length) return false;
  await route(page);
  await page.getByRole("link", { name: "Feed", exact: true }).click();
  await composerOf(page).waitFor();
  return true;
}
