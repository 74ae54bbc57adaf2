import type { BrowserContext, Page } from "@playwright/test";
import type { Member } from "@sliceway/trial-kit";
import type { Ledger } from "../load/ledger.ts";
import { openTab } from "../tab/open-tab.ts";
import { composerOf } from "../tab/routes.ts";
import type { PageLog } from "../tab/watch-errors.ts";
import { writePost } from "../tab/write-post.ts";

/** A tab that was opened when a release was live, and left. */
export interface LeftOpen {
  page: Page;
  log: PageLog;
  /** The vector that it was loaded at. */
  vector: string;
}

export async function leaveOpen(
  context: BrowserContext,
  member: Member,
  { gatewayUrl, vector }: { gatewayUrl: string; vector: string },
): Promise<LeftOpen> {
  return { ...(await openTab(context, member, gatewayUrl)), vector };
}

/** Somebody comes back to it and writes a post. Resolves to what is wrong with the tab. */
export async function comeBack({ page, log, vector }: LeftOpen, ledger: Ledger): Promise<string[]> {
  const text = ledger.newText();
  const written = await tryIt(async () => {
    await page.bringToFront();
    await composerOf(page).fill(text);
    await writePost(page, text, ledger);
  });
  return [...written, ...log.errors].map((problem) => `tab at ${vector}: ${problem}`);
}

/** Somebody loads it anew, late: its releases are not served any more. */
export async function refresh({ page, vector }: LeftOpen, ledger: Ledger): Promise<string[]> {
  const text = ledger.newText();
  const written = await tryIt(async () => {
    await page.bringToFront();
    await page.reload();
    await composerOf(page).fill(text);
    await writePost(page, text, ledger);
  });
  return written.map((problem) => `tab at ${vector}, refreshed: ${problem}`);
}

async function tryIt(work: () => Promise<void>): Promise<string[]> {
  return work().then(
    () => [],
    (error: Error) => [error.message.split("\n")[0] ?? ""],
  );
}
