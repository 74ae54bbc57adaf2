import { existsSync } from "node:fs";
import { chromium as playwrightChromium } from "@playwright/test";
import { unpackChromium } from "./unpack-chromium.ts";

const SYSTEM_PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * Path of a Chromium to drive: `preferred` if given, Playwright's own if installed, the system's,
 * else the one inside the npm package @sparticuz/chromium (Linux x64, unpacked on first use).
 */
export async function findChromium(preferred?: string): Promise<string> {
  const installed = [preferred, playwrightChromium.executablePath(), ...SYSTEM_PATHS];
  return installed.find((path) => path !== undefined && existsSync(path)) ?? unpackChromium();
}

/**
 * Arguments that keep a headless Chromium quiet on a machine without internet, and let it draw without a graphics card,
 * which it would imitate at the cost of a third of all time; `root` adds --no-sandbox.
 */
export function chromiumArguments({ root = process.getuid?.() === 0 } = {}): string[] {
  const quiet = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
  ];
  return root ? [...quiet, "--no-sandbox"] : quiet;
}
