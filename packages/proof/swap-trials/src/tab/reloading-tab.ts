import { sleep } from "@sliceway/service-kit";
import type { OldTabOptions, TabReport } from "./old-tab.ts";
import { openTab, type Tab } from "./open-tab.ts";

const PAUSE_MS = 8000;

/** Somebody who loads the page anew every few seconds, and so comes from one vector to the next. */
export class ReloadingTab {
  readonly #tab: Tab;
  readonly #stop = new AbortController();
  readonly #problems: string[] = [];
  #rounds = 0;
  readonly #living: Promise<void>;

  private constructor(tab: Tab) {
    this.#tab = tab;
    this.#living = this.#live();
  }

  static async open(
    options: Pick<OldTabOptions, "context" | "member" | "gatewayUrl">,
  ): Promise<ReloadingTab> {
    return new ReloadingTab(await openTab(options.context, options.member, options.gatewayUrl));
  }

  async close(): Promise<TabReport> {
    this.#stop.abort();
    await this.#living;
    const { requests, errors, vectors } = this.#tab.log;
    const problems = [...this.#problems, ...errors];
    return { rounds: this.#rounds, posts: 0, routes: 0, requests, vectors: [...vectors], problems };
  }

  async #live(): Promise<void> {
    const { page } = this.#tab;
    while (!this.#stop.signal.aborted) {
      await sleep(PAUSE_MS, this.#stop.signal).catch(() => {});
      try {
        await page.reload();
        await page.getByRole("article").first().waitFor();
        this.#rounds += 1;
      } catch (error) {
        const [line = ""] = (error as Error).message.split("\n");
        this.#problems.push(`reload ${this.#rounds}: ${line}`);
        return;
      }
    }
  }
}
