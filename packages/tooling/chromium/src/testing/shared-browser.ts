import { type Browser, chromium } from "@playwright/test";
import { chromiumArguments, findChromium } from "../find-chromium.ts";

let browser: Promise<Browser> | undefined;

/** One browser for all tests of a process. It goes with the process: Playwright sees to that. */
export function sharedBrowser(): Promise<Browser> {
  browser ??= launchBrowser();
  return browser;
}

async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: chromiumArguments() });
}
