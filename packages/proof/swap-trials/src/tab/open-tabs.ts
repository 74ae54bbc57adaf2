import { demoAccounts } from "@sliceway/demo-network";
import { launchChromium } from "@sliceway/trial-kit";
import type { AnswerCount } from "../counts/answer-count.ts";
import { countPage } from "../counts/count-page.ts";
import type { Ledger } from "../load/ledger.ts";
import type { TrialPlace } from "../load/places.ts";
import { settleIn } from "../load/settle-in.ts";
import type { Turns } from "../trial/turns.ts";
import { OldTab, type TabReport } from "./old-tab.ts";
import { ReloadingTab } from "./reloading-tab.ts";

export interface TabsOptions {
  /** What is live when they are opened. */
  oldest: TrialPlace;
  ledger: Ledger;
  turns: Turns;
  gatewayUrl: string;
  chromiumPath: string | undefined;
  count: AnswerCount;
}

export interface OpenTabs extends AsyncDisposable {
  /** Lets every tab finish what it is doing. */
  close(): Promise<TabReport[]>;
}

/** A Chromium with a tab that stays where it is, and another person's that is loaded anew again and again. */
export async function openTabs(options: TabsOptions): Promise<OpenTabs> {
  const { oldest, ledger, turns, gatewayUrl, chromiumPath, count } = options;
  const [owner, reloader] = await settleIn(oldest, demoAccounts.handles.length, ledger);
  if (!owner || !reloader) throw new RangeError("The demo network has two accounts.");
  await using stack = new AsyncDisposableStack();
  const browser = stack.use(await launchChromium(chromiumPath));
  const page = async () => {
    const context = await browser.newContext({ locale: "en-US" });
    context.on("page", (page) => countPage(page, count));
    return { context, gatewayUrl };
  };
  const old = await OldTab.open({ ...(await page()), member: owner.member, ledger, turns });
  const reloading = await ReloadingTab.open({ ...(await page()), member: reloader.member });
  const opened = stack.move();
  return {
    close: () => Promise.all([old.close(), reloading.close()]),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
