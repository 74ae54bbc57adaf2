import type { Member } from "@sliceway/bench";
import { launchChromium } from "./launch-chromium.ts";
import { OldTab, type OldTabOptions, type TabReport } from "./old-tab.ts";
import { ReloadingTab } from "./reloading-tab.ts";

export interface TabsOptions extends Omit<OldTabOptions, "context"> {
  /** Another member, who loads the page anew again and again. */
  reloader: Member;
  chromiumPath: string | undefined;
}

export interface OpenTabs extends AsyncDisposable {
  /** Lets every tab finish what it is doing. */
  close(): Promise<TabReport[]>;
}

/** A Chromium with a tab that stays where it is, and one that is loaded anew. */
export async function openTabs({ reloader, chromiumPath, ...options }: TabsOptions): Promise<OpenTabs> {
  await using stack = new AsyncDisposableStack();
  const browser = stack.use(await launchChromium(chromiumPath));
  const context = () => browser.newContext({ locale: "en-US" });
  const old = await OldTab.open({ ...options, context: await context() });
  const { gatewayUrl } = options;
  const reloading = await ReloadingTab.open({ context: await context(), member: reloader, gatewayUrl });
  const opened = stack.move();
  return {
    close: () => Promise.all([old.close(), reloading.close()]),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
