import { checkDatabases } from "../checks/check-databases.ts";
import { AnswerCount } from "../counts/answer-count.ts";
import { compareCounts } from "../counts/compare-counts.ts";
import { countsSince, readSettledCounts } from "../counts/gateway-counts.ts";
import { Ledger } from "../load/ledger.ts";
import { createPlaces } from "../load/places.ts";
import { Requests } from "../load/requests.ts";
import { startTrialLoad } from "../load/start-trial-load.ts";
import { planSteps } from "../plan/plan-steps.ts";
import { summarize } from "../report/summarize.ts";
import type { TrialReport } from "../report/trial-report.ts";
import { openTabs } from "../tab/open-tabs.ts";
import { startDelayWatch } from "./delay-watch.ts";
import { driveSteps } from "./drive-steps.ts";
import { findLive } from "./find-live.ts";
import type { Stage } from "./prepare-stage.ts";
import type { TrialOptions } from "./trial-options.ts";
import { Turns } from "./turns.ts";

/** Swaps and rolls back releases under constant load, compares what everybody saw, and resolves to all of it. */
export async function runTrial(stage: Stage, options: TrialOptions): Promise<TrialReport> {
  const { env, catalogue } = stage;
  const { perSecond, people, tell } = options;
  const gatewayUrl = options.gatewayUrl ?? env.gatewayUrl.replace("localhost", "127.0.0.1");
  const getPlace = createPlaces(env, gatewayUrl);
  const oldest = await getPlace(await findLive(env.registry));
  const steps = planSteps({ ...options, catalogue, live: oldest.vector.releases });
  const turns = new Turns(steps.length);
  const requests = new Requests();
  const ledger = new Ledger();

  const before = await readSettledCounts(env.registry);
  using count = new AnswerCount(gatewayUrl);
  tell(`${perSecond} requests a second; everybody's oldest page is at ${oldest.vector.id}`);
  const { chromiumPath } = options;
  await using tabs = options.tabs
    ? await openTabs({ oldest, ledger, turns, gatewayUrl, chromiumPath, count })
    : null;
  const load = await startTrialLoad({ oldest, getPlace, perSecond, people, ledger, requests });
  const delay = startDelayWatch();
  const startedAt = performance.now();
  const swaps = await driveSteps(steps, { env, gatewayUrl, requests, turns, ...options });
  const seconds = (performance.now() - startedAt) / 1000;
  const generatorDelayMs = delay.stop();
  const tabReports = (await tabs?.close()) ?? [];
  await load.stop();
  tell("comparing what clients were told with the databases");
  const mutations = await checkDatabases(env, ledger);
  const counted = countsSince(before, await readSettledCounts(env.registry));
  const counts = compareCounts(count.answered, count.cut, counted);
  const facts = { perSecond, seconds, requests, swaps, mutations, counts, generatorDelayMs };
  return summarize({ ...facts, tabs: tabReports });
}
