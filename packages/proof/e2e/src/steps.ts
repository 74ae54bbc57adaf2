import { type Browser, expect, type Page } from "@playwright/test";
import { freshHandle } from "./people.ts";

/** Somebody in a browser of their own. */
export interface Person {
  page: Page;
  handle: string;
  name: string;
}

export const PASSWORD = "correct horse battery";

/** A person who has just signed up, in a browser of their own, and sees their feed. */
export async function newcomer(browser: Browser, name: string, baseURL: string): Promise<Person> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  const handle = freshHandle(name);
  const person = { page, handle, name: `${name} ${handle}` };
  await signUp(person);
  return person;
}

async function signUp({ page, handle, name }: Person): Promise<void> {
  await page.goto("/signup");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Handle").fill(handle);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByRole("button", { name: "Your account" })).toBeVisible();
}

/** Both are friends afterwards, by the way people take: find, request, accept. */
export async function becomeFriends(one: Person, other: Person): Promise<void> {
  await one.page.goto("/search");
  await one.page.getByRole("searchbox").fill(other.handle);
  const result = one.page.getByRole("listitem").filter({ hasText: other.handle });
  await result.getByRole("button", { name: "Add friend" }).click();
  await expect(result.getByText("Requested")).toBeVisible();

  await other.page.goto("/friends");
  const request = other.page.getByRole("listitem").filter({ hasText: one.handle });
  await request.getByRole("button", { name: "Accept" }).click();
  await expect(other.page.getByRole("list", { name: "Friends" }).getByText(one.name)).toBeVisible();
}

export async function writePost({ page }: Person, text: string): Promise<void> {
  await page.getByRole("textbox").first().fill(text);
  await page.getByRole("button", { name: "Post", exact: true }).click();
  await expect(postOf(page, text)).toBeVisible();
}

/** The card of the post with this text. */
export function postOf(page: Page, text: string) {
  return page.getByRole("article").filter({ hasText: text });
}

export async function logOut({ page }: Person): Promise<void> {
  await page.getByRole("button", { name: "Your account" }).click();
  await page.getByRole("menuitem", { name: "Log out" }).click();
  await expect(page.getByRole("link", { name: "Log in" }).first()).toBeVisible();
}
