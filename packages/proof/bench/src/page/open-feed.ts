import type { Browser, Page } from "@playwright/test";

/** `cookie` as a request's header says it. */
export interface PageVisit {
  url: string;
  cookie: string;
}

/** Disposing closes it, and whatever the page has kept. */
export interface OpenFeed extends AsyncDisposable {
  page: Page;
  /** What the page reported so far. */
  errors: Error[];
}

/** Opens the feed in a browser that has nothing cached, and waits until a post of it is to be seen. */
export async function openFeed(browser: Browser, { url, cookie }: PageVisit): Promise<OpenFeed> {
  const context = await browser.newContext({ locale: "en-US" });
  await context.addCookies(readCookies(cookie).map(([name, value]) => ({ name, value, url })));
  const page = await context.newPage();
  const errors: Error[] = [];
  page.on("pageerror", (error) => errors.push(error));
  await page.goto(url);
  await page.getByRole("main").getByRole("article").first().waitFor({ state: "visible" });
  return { page, errors, [Symbol.asyncDispose]: () => context.close() };
}

/** `session=x; visitor=y` */
function readCookies(header: string): [name: string, value: string][] {
  return header.split("; ").map((pair) => {
    const sign = pair.indexOf("=");
    return [pair.slice(0, sign), pair.slice(sign + 1)];
  });
}
