import type { BrowserContext, Page } from "@playwright/test";
import type { Member } from "@sliceway/trial-kit";
import type { Ledger } from "../load/ledger.ts";
import type { Turns } from "../trial/turns.ts";
import { openTab, type Tab } from "./open-tab.ts";
import { composerOf, visitRoute } from "./routes.ts";
import { writePost } from "./write-post.ts";

const PATIENCE_MS = 15_000;

export interface OldTabOptions {
  context: BrowserContext;
  member: Member;
  gatewayUrl: string;
  ledger: Ledger;
  turns: Turns;
}

export interface TabReport {
  rounds: number;
  posts: number;
  requests: number;
  /** Routes whose code was loaded for the first time, each later in the trial than the one before. */
  routes: number;
  vectors: string[];
  problems: string[];
}

/** Somebody who opened the page before the first swap and goes on using it: scrolls, writes, likes, opens new routes. */
export class OldTab {
  readonly #options: OldTabOptions;
  readonly #tab: Tab;
  readonly #stop = new AbortController();
  readonly #report = { rounds: 0, posts: 0, routes: 0, problems: [] as string[] };
  #living: Promise<void> = Promise.resolve();

  private constructor(options: OldTabOptions, tab: Tab) {
    this.#options = options;
    this.#tab = tab;
    tab.page.setDefaultTimeout(PATIENCE_MS);
  }

  static async open(options: OldTabOptions): Promise<OldTab> {
    const tab = new OldTab(options, await openTab(options.context, options.member, options.gatewayUrl));
    tab.#living = tab.#live();
    return tab;
  }

  /** Lets the round in hand come to its end. */
  async close(): Promise<TabReport> {
    this.#stop.abort();
    await this.#living;
    const { log } = this.#tab;
    const strange = log.vectors.size > 1 ? [`one page, answers of ${[...log.vectors].join(", ")}`] : [];
    const problems = [...this.#report.problems, ...log.errors, ...strange];
    return { ...this.#report, requests: log.requests, vectors: [...log.vectors], problems };
  }

  async #live(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await this.#round().catch((error: Error) => {
        const [line = ""] = error.message.split("\n");
        this.#report.problems.push(`round ${this.#report.rounds}: ${line}`);
        this.#stop.abort();
      });
      this.#report.rounds += 1;
    }
  }

  async #round(): Promise<void> {
    const { page } = this.#tab;
    await writeAcrossSwap(page, this.#options);
    this.#report.posts += 1;
    await scroll(page);
    if (await visitRoute(page, this.#report.routes, this.#options.turns.progress)) this.#report.routes += 1;
  }
}

/** Half of a post is written before a swap and half after it; then it is sent and liked. */
async function writeAcrossSwap(page: Page, { ledger, turns }: OldTabOptions): Promise<void> {
  const text = ledger.newText();
  const half = Math.floor(text.length / 2);
  const box = composerOf(page);
  await box.pressSequentially(text.slice(0, half));
  await turns.next();
  const kept = await box.inputValue();
  if (kept !== text.slice(0, half)) throw new Error(`"${text.slice(0, half)}" was typed, "${kept}" is left`);
  await box.pressSequentially(text.slice(half));
  const card = await writePost(page, text, ledger);
  await card.getByRole("button", { name: "Like" }).click();
  await card.getByRole("button", { name: "Like", pressed: true }).waitFor();
}

async function scroll(page: Page): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await page.mouse.wheel(0, 2000);
    await page.waitForTimeout(100);
  }
  await page.mouse.wheel(0, -20_000);
}
