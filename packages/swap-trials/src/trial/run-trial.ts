import { monitorEventLoopDelay } from "node:perf_hooks";
import { sleep } from "@sliceway/service-kit";
import { checkDatabases } from "../checks/check-databases.ts";
import { Ledger } from "../load/ledger.ts";
import { createPlaces, type TrialPlace } from "../load/places.ts";
import { Requests } from "../load/requests.ts";
import { demoAccounts, settleIn } from "../load/settle-in.ts";
import { startTrialLoad } from "../load/start-trial-load.ts";
import { planSteps } from "../plan/plan-steps.ts";
import { SETTLE_MS } from "../report/phases.ts";
import { summarize, type TrialReport } from "../report/summarize.ts";
import { type OpenTabs, openTabs } from "../tab/open-tabs.ts";
import { findLive } from "./find-live.ts";
import type { Stage } from "./prepare-stage.ts";
import { type Swap, stepLine } from "./swap.ts";
import { takeStep } from "./swap-driver.ts";
import { Turns } from "./turns.ts";

/** Steady load before the first swap: what nothing has happened to yet. */
const BEFORE_MS = 5000;
/** Steady load between two swaps, at least. */
const BETWEEN_MS = 700;

export interface TrialOptions {
  swaps: number;
  rollbacks: number;
  /** Requests a second, in total. */
  perSecond: number;
  /** How many people send them. */
  people: number;
  /** Opens real tabs as well. */
  tabs: boolean;
  chromiumPath?: string | undefined;
  /** From the beginning of one swap to that of the next, if it takes no longer. */
  periodMs: number;
  /** Where the load goes if not to the gateway itself. */
  gatewayUrl?: string;
  /** Told after each swap; what it does to the platform is part of the trial. */
  onSwap?: (swap: Swap) => void | Promise<void>;
  /** Told what goes on, a line each. */
  tell: (line: string) => void;
}

/** Swaps and rolls back releases under constant load, compares what everybody saw, and resolves to all of it. */
export async function runTrial(stage: Stage, options: TrialOptions): Promise<TrialReport> {
  const { env, catalogue } = stage;
  const { swaps, rollbacks, perSecond, people, tell } = options;
  const gatewayUrl = options.gatewayUrl ?? env.gatewayUrl.replace("localhost", "127.0.0.1");
  const getPlace = createPlaces(env, gatewayUrl);
  const oldest = await getPlace(await findLive(env.registry));
  const steps = planSteps({ catalogue, swaps, rollbacks, live: oldest.vector.releases });
  const turns = new Turns(steps.length);
  const requests = new Requests();
  const ledger = new Ledger();

  tell(`${perSecond} requests a second; everybody's oldest page is at ${oldest.vector.id}`);
  await using tabs = options.tabs ? await open(oldest, { ...options, gatewayUrl }, ledger, turns) : null;
  const load = await startTrialLoad({ oldest, getPlace, perSecond, people, ledger, requests });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const startedAt = performance.now();
  await sleep(BEFORE_MS);
  const taken: Swap[] = [];
  for (const step of steps) {
    const swap = await takeStep({ env, gatewayUrl, requests }, step);
    taken.push(swap);
    await options.onSwap?.(swap);
    tell(stepLine(swap, { number: taken.length, total: steps.length }, requests));
    turns.advance();
    const over = performance.now() - swap.whole.from;
    await sleep(Math.max(SETTLE_MS + BETWEEN_MS, options.periodMs - over));
  }
  turns.end();
  const seconds = (performance.now() - startedAt) / 1000;
  delay.disable();
  const tabReports = (await tabs?.close()) ?? [];
  await load.stop();
  tell("comparing what clients were told with the databases");
  const mutations = await checkDatabases(env, ledger);
  const generatorDelayMs = delay.percentile(99) / 1e6 - 5;
  return summarize({
    perSecond,
    seconds,
    requests,
    swaps: taken,
    mutations,
    tabs: tabReports,
    generatorDelayMs,
  });
}

async function open(
  oldest: TrialPlace,
  { gatewayUrl, chromiumPath }: TrialOptions & { gatewayUrl: string },
  ledger: Ledger,
  turns: Turns,
): Promise<OpenTabs> {
  const [member, reloader] = await settleIn(oldest, demoAccounts.handles.length, ledger);
  if (!member || !reloader) throw new RangeError("The demo network has two accounts.");
  const progress = () => turns.progress;
  const nextSwap = () => turns.next();
  return openTabs({
    member: member.member,
    reloader: reloader.member,
    gatewayUrl,
    ledger,
    progress,
    nextSwap,
    chromiumPath,
  });
}
