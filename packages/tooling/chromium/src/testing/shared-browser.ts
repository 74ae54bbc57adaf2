import { type Browser, chromium } from "@playwright/test";
import { afterAll } from "vitest";
import { chromiumArguments, findChromium } from "../find-chromium.ts";

let browser: Promise<Browser> | undefined;

/** One browser for all tests of a file. It goes when they are over. */
export function sharedBrowser(): Promise<Browser> {
  browser ??= launchBrowser();
  return browser;
}

async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: chromiumArguments() });
}

afterAll(async () => {
  await (await browser)?.close();
});
