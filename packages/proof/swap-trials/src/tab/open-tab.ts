import type { BrowserContext, Page } from "@playwright/test";
import type { Member } from "@sliceway/trial-kit";
import { type PageLog, watchErrors } from "./watch-errors.ts";

export interface Tab {
  page: Page;
  log: PageLog;
}

/** The member's feed in a tab of its own, with its first posts on screen. */
export async function openTab(context: BrowserContext, { cookie }: Member, gatewayUrl: string): Promise<Tab> {
  await context.addCookies(
    cookie.split("; ").map((pair) => {
      const sign = pair.indexOf("=");
      return { name: pair.slice(0, sign), value: pair.slice(sign + 1), url: gatewayUrl };
    }),
  );
  const page = await context.newPage();
  const log = watchErrors(page);
  await page.goto(gatewayUrl);
  await page.getByRole("article").first().waitFor();
  return { page, log };
}
