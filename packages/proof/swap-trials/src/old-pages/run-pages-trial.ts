import type { BrowserContext } from "@playwright/test";
import type { DevEnv } from "@sliceway/dev-env";
import { retry } from "@sliceway/service-kit";
import type { Member } from "@sliceway/trial-kit";
import { checkDatabases } from "../checks/check-databases.ts";
import { Ledger } from "../load/ledger.ts";
import { createPlaces } from "../load/places.ts";
import { settleIn } from "../load/settle-in.ts";
import type { BuiltVariant } from "../releases/build-catalogue.ts";
import { findLive } from "../trial/find-live.ts";
import { comeBack, type LeftOpen, leaveOpen, refresh } from "./left-open.ts";
import { type Peak, PeakWatch } from "./peak.ts";
import { type Survey, survey } from "./survey.ts";

/** How long servers that are not needed any more may take to end. */
const RELIEF_PATIENCE_MS = 20_000;
/** The registry gives pages five minutes to refresh. */
const REFRESH_PATIENCE_MS = 6 * 60_000;

export interface PagesOptions {
  env: DevEnv;
  context: BrowserContext;
  /** What goes live, one after the other. */
  variants: readonly BuiltVariant[];
  budgetBytes: number;
  tell: (line: string) => void;
}

export interface PagesReport {
  budgetBytes: number;
  /** Once things had settled after each deployment; last, when the time to refresh was over. */
  rows: (Survey & { what: string })[];
  peak: Peak;
  failed: number;
  problems: string[];
}

/** Deploys release after release with a tab left open at each, and comes back to every tab. */
export async function runPagesTrial(options: PagesOptions): Promise<PagesReport> {
  const { env, budgetBytes, variants, tell } = options;
  const ledger = new Ledger();
  const tabs: LeftOpen[] = [];
  const look = () =>
    survey(
      env,
      tabs.map(({ vector }) => vector),
    );
  await using peaks = new PeakWatch(look);
  const rows: PagesReport["rows"] = [];
  const note = (what: string, now: Survey) => {
    rows.push({ what, ...now });
    tell(`${rows.length}/${variants.length + 2}  ${what}: ${now.forPages.count} servers for old pages`);
  };

  const open = await createOpen(options, ledger);
  tabs.push(await open());
  note("at first", await look());
  for (const { name, release } of variants) {
    await deploy(env, release);
    tabs.push(await open());
    note(name, await settle(look, budgetBytes, RELIEF_PATIENCE_MS));
  }
  tell("coming back to every tab");
  const problems = await comeBackToAll(tabs, ledger);
  tell("waiting for the time to refresh to be over");
  note("time to refresh over", await settle(look, budgetBytes, REFRESH_PATIENCE_MS, isRefreshOver));
  for (const [index, tab] of tabs.entries()) {
    if (rows.at(-2)?.fates[index] === "asked to refresh") problems.push(...(await refresh(tab, ledger)));
  }
  problems.push(...(await checkDatabases(env, ledger)).problems, ...listExcesses(rows, budgetBytes));
  return { budgetBytes, rows, peak: peaks.peak, failed: problems.length, problems };
}

/** What opens the feed in one more tab, always as the same person. */
async function createOpen({ env, context }: PagesOptions, ledger: Ledger): Promise<() => Promise<LeftOpen>> {
  const gatewayUrl = env.gatewayUrl.replace("localhost", "127.0.0.1");
  const place = await createPlaces(env, gatewayUrl)(await findLive(env.registry));
  const [settled] = await settleIn(place, 1, ledger);
  if (!settled) throw new RangeError("Nobody has settled in.");
  const member: Member = settled.member;
  return async () => leaveOpen(context, member, { gatewayUrl, vector: await findLive(env.registry) });
}

async function deploy(env: DevEnv, release: BuiltVariant["release"]): Promise<void> {
  const { state, problems } = await env.deploy(release);
  if (state !== "done") throw new Error(JSON.stringify(problems, null, 2));
}

async function comeBackToAll(tabs: readonly LeftOpen[], ledger: Ledger): Promise<string[]> {
  const problems: string[] = [];
  for (const tab of tabs) problems.push(...(await comeBack(tab, ledger)));
  return problems;
}

/** Resolves to how things stand once they are as they should be, or when that has not come about in time. */
async function settle(
  look: () => Promise<Survey>,
  budgetBytes: number,
  untilMs: number,
  isSettled: (now: Survey) => boolean = () => true,
): Promise<Survey> {
  const within = async () => {
    const now = await look();
    if (now.forPages.bytes > budgetBytes || !isSettled(now)) throw new Error("not yet");
    return now;
  };
  return retry(within, { untilMs }).catch(look);
}

function isRefreshOver({ untilRefreshed }: Survey): boolean {
  return untilRefreshed.count === 0;
}

function listExcesses(rows: PagesReport["rows"], budgetBytes: number): string[] {
  const over = rows.filter(({ forPages }) => forPages.bytes > budgetBytes);
  return over.map(({ what }) => `${what}: servers for old pages take more than the budget`);
}
