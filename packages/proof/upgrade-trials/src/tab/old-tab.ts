import type { Browser, Page } from "@playwright/test";
import { VECTOR_HEADER } from "@sliceway/protocol";
import type { Member, Place } from "@sliceway/trial-kit";

const PATIENCE_MS = 60_000;
const FIRST_HALF = "Begun before the upgrade, ";
const SECOND_HALF = "sent after it.";

/** A tab that was opened before the upgrade, with half of a post in it. */
export interface OldTab extends AsyncDisposable {
  /** Sends the post that was begun, likes it, and opens a page whose code is not loaded yet. Resolves to what was seen. */
  goOn(): Promise<string>;
}

/** Opens the member's feed and begins a post there. */
export async function openOldTab(browser: Browser, place: Place, member: Member): Promise<OldTab> {
  const page = await openPage(browser, place, member);
  const vector = await vectorOf(page);
  await composerOf(page).pressSequentially(FIRST_HALF);
  // A page that is loaded anew forgets it.
  await page.evaluate(() => Object.assign(globalThis, { isOldPage: true }));
  return {
    async goOn() {
      const kept = await composerOf(page).inputValue();
      if (kept !== FIRST_HALF) throw new Error(`"${FIRST_HALF}" was typed, "${kept}" is left`);
      await composerOf(page).pressSequentially(SECOND_HALF);
      const answeredBy = await send(page);
      if (answeredBy !== vector) throw new Error(`a page at ${vector} was answered at ${answeredBy}`);
      await page.getByRole("link", { name: "Friends", exact: true }).click();
      await page.getByRole("heading", { name: "Friends", level: 1 }).waitFor();
      const isOld = await page.evaluate(() => "isOldPage" in globalThis);
      if (!isOld) throw new Error("the page was loaded anew");
      return `${vector}: its post was sent and liked, a page opened`;
    },
    [Symbol.asyncDispose]: () => page.context().close(),
  };
}

/** The member's feed in a new tab, with its first posts on screen. Resolves to the vector that it came at. */
export async function visitInNewTab(browser: Browser, place: Place, member: Member): Promise<string> {
  const page = await openPage(browser, place, member);
  const vector = await vectorOf(page);
  await page.context().close();
  return vector;
}

/** What somebody sees who opens the link of a preview. Resolves to the vector that they get. */
export async function visitPreview(browser: Browser, url: string): Promise<string> {
  const page = await newPage(browser);
  await page.goto(url);
  await page.getByRole("main").waitFor();
  const vector = await vectorOf(page);
  await page.context().close();
  return vector;
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}

async function openPage(browser: Browser, { gatewayUrl }: Place, { cookie }: Member): Promise<Page> {
  const page = await newPage(browser);
  await page.context().addCookies(
    cookie.split("; ").map((pair) => {
      const sign = pair.indexOf("=");
      return { name: pair.slice(0, sign), value: pair.slice(sign + 1), url: gatewayUrl };
    }),
  );
  await page.goto(gatewayUrl);
  await page.getByRole("article").first().waitFor();
  return page;
}

/** Where posts are written: it stands on the feed alone. */
function composerOf(page: Page) {
  return page.getByRole("textbox", { name: "What’s on your mind?" });
}

/** Sends the post, sees its card and likes it; resolves to the vector that has answered. */
async function send(page: Page): Promise<string | undefined> {
  const text = FIRST_HALF + SECOND_HALF;
  const answered = page.waitForResponse((response) => response.request().postData()?.includes(text) ?? false);
  await page.getByRole("button", { name: "Post", exact: true }).click();
  const card = page.getByRole("article").filter({ hasText: text });
  await card.waitFor();
  await card.getByRole("button", { name: /Like|Applaud/ }).click();
  await card.getByRole("button", { name: /Like|Applaud/, pressed: true }).waitFor();
  return (await answered).headers()[VECTOR_HEADER];
}

async function vectorOf(page: Page): Promise<string> {
  const boot = await page.locator("#sliceway-boot").textContent();
  return JSON.parse(boot ?? "{}").vector;
}
