import { type Counts, noCounts, type Row, sumCounts } from "../audit/row.ts";
import { createRecorder } from "../points/recorder.ts";
import { startWorld, type TransportName } from "../world/start-world.ts";
import { auditEnsemble } from "./audit-ensemble.ts";
import { type CrashContext, crashAll } from "./crash-all.ts";
import { discoverAll, discoverTelling, findLate } from "./discover.ts";
import type { TrialOptions } from "./options.ts";
import { type OutageReport, runOutage } from "./outage.ts";
import { createRandom } from "./random.ts";
import { startEnsemble } from "./start-ensemble.ts";

/** What the trials of one transport have shown. */
export interface TrialReport {
  transport: TransportName;
  rows: Row[];
  outage: (OutageReport & Counts) | undefined;
  /** How many changes of aggregates were checked, and how many of them were made by mutations. */
  changes: number;
  mutations: number;
  counts: Counts;
}

/** Writes a second of each writer while nothing carries events. */
const OUTAGE_RATES = { full: 50, short: 10 };

/**
 * Lets slices work on one transport, kills their processes at each point in turn, takes away for a while what carries
 * the events; then compares what was committed with what had its effect.
 */
export async function runTrials(options: TrialOptions): Promise<TrialReport> {
  const { transport, programs, outageMs, signal } = options;
  const progress = (text: string) => options.progress(`${transport}: ${text}`);
  const recorder = createRecorder();
  progress("starting");
  await using world = await startWorld(transport);
  await using ensemble = await startEnsemble({ world, programs, recorder });

  progress("looking for the points");
  const context = { ensemble, programs, recorder, random: createRandom(options.seed), signal, progress };
  const windows = await crashChosen(context, options);
  if (outageMs > 0) progress(`${world.carrier.name} is stopped for ${outageMs / 1000} s`);
  const outage =
    outageMs > 0
      ? {
          ...noCounts(),
          ...(await runOutage(ensemble, { downMs: outageMs, perSecond: OUTAGE_RATES[options.form], signal })),
        }
      : undefined;
  progress("comparing what was committed with what had its effect");
  const end = { effect: Number.POSITIVE_INFINITY, request: Number.POSITIVE_INFINITY };
  const { changes, mutations } = await auditEnsemble(
    ensemble,
    outage ? [...windows, { row: outage, upTo: end }] : windows,
  );
  const rows = windows.map(({ row }) => row);
  return {
    transport,
    rows,
    outage,
    changes,
    mutations,
    counts: sumCounts([...rows, ...(outage ? [outage] : [])]),
  };
}

async function crashChosen(context: CrashContext, { form, point: only }: TrialOptions) {
  const { ensemble, recorder } = context;
  if (form === "short") return crashAll(context, await discoverTelling(ensemble, recorder));
  const points = await discoverAll(ensemble, recorder);
  if (only !== undefined)
    return crashAll(
      context,
      points.filter(({ number }) => number === only),
    );
  const windows = await crashAll(context, points);
  return [...windows, ...(await crashAll(context, findLate(points, recorder)))];
}
