import type { Browser, Page } from "@playwright/test";

export interface OpenPage extends AsyncDisposable {
  page: Page;
  /** Errors and warnings on the console, and uncaught exceptions. */
  complaints: string[];
}

/** A page in a fresh browser context that keeps what goes wrong in it. */
export async function openPage(browser: Browser): Promise<OpenPage> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
}
