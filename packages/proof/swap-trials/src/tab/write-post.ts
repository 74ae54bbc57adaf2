import type { Locator, Page } from "@playwright/test";
import { answers } from "@sliceway/trial-kit";
import type { Ledger } from "../load/ledger.ts";

/** Sends the text that stands in the composer and waits for its card. The ledger learns what the page was told. */
export async function writePost(page: Page, text: string, ledger: Ledger): Promise<Locator> {
  const answered = page.waitForResponse((response) => response.request().postData()?.includes(text) ?? false);
  await page.getByRole("button", { name: "Post", exact: true }).click();
  const { data } = await (await answered).json();
  ledger.posts.set(text, answers.createPost.parse(data).createPost.post.id);
  const card = page.getByRole("article").filter({ hasText: text });
  await card.waitFor();
  return card;
}
