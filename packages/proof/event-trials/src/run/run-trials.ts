import { createRandom } from "@sliceway/random";
import { type Counts, noCounts, type Row, sumCounts, type Window } from "../audit/row.ts";
import { createRecorder } from "../points/recorder.ts";
import { startWorld, type TransportName } from "../world/start-world.ts";
import { auditEnsemble } from "./audit-ensemble.ts";
import { crashAll } from "./crash-all.ts";
import type { CrashContext } from "./crash-context.ts";
import { discoverAll, discoverDecisive, findLate } from "./discover.ts";
import type { Numbered, TrialOptions } from "./options.ts";
import { type OutageReport, runOutage } from "./outage.ts";
import { type Ensemble, startEnsemble } from "./start-ensemble.ts";

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

/** Whatever shows after the last trial. */
const END = { effect: Number.POSITIVE_INFINITY, request: Number.POSITIVE_INFINITY };
/** Writes a second of each writer while nothing carries events. */
const OUTAGE_RATES = { full: 50, short: 10 };

/**
 * Lets slices work on one transport, kills their processes at each point in turn, takes away for a while what carries
 * the events; then compares what was committed with what had its effect.
 */
export async function runTrials(options: TrialOptions): Promise<TrialReport> {
  const { transport, programs, seed, outageMs, patienceMs, signal } = options;
  const patience = { patienceMs, signal };
  const progress = (text: string) => options.progress(`${transport}: ${text}`);
  const recorder = createRecorder();
  progress("starting");
  await using world = await startWorld(transport);
  await using ensemble = await startEnsemble({ world, programs, recorder });

  progress("looking for the points");
  const random = createRandom(seed).next;
  const crashed = await crashChosen({ ensemble, programs, recorder, random, patience, progress }, options);
  const windows: Window[] = [...crashed];
  const outage = outageMs > 0 ? await takeCarrierAway(ensemble, options, progress) : undefined;
  if (outage) windows.push({ row: outage, upTo: END });

  progress("comparing what was committed with what had its effect");
  const checked = await auditEnsemble(ensemble, windows, patience);
  const rows = crashed.map(({ row }) => row);
  return { transport, rows, outage, ...checked, counts: sumCounts(windows.map(({ row }) => row)) };
}

async function crashChosen(context: CrashContext, options: TrialOptions): Promise<Window<Row>[]> {
  const { ensemble, recorder } = context;
  const { form, point: only, roles } = options;
  const isChosen = ({ number, point }: Numbered) =>
    (only === undefined || number === only) && (roles?.includes(point.role) ?? true);
  if (form === "short")
    return crashTogether(context, (await discoverDecisive(ensemble, recorder)).filter(isChosen));
  const points = await discoverAll(ensemble, recorder);
  const windows = await crashAll(context, points.filter(isChosen));
  return [...windows, ...(await crashAll(context, findLate(points, recorder).filter(isChosen)))];
}

/** Each role at its own points, all roles at the same time. A fault is of the row that was the first to end after it. */
async function crashTogether(context: CrashContext, points: Numbered[]): Promise<Window<Row>[]> {
  const roles = Object.values(Object.groupBy(points, ({ point }) => point.role));
  const windows = await Promise.all(roles.map((own) => crashAll(context, own)));
  return windows.flat().sort((a, b) => a.upTo.effect - b.upTo.effect || a.upTo.request - b.upTo.request);
}

async function takeCarrierAway(
  ensemble: Ensemble,
  { form, outageMs, ...patience }: TrialOptions,
  progress: (text: string) => void,
): Promise<OutageReport & Counts> {
  progress(`${ensemble.world.carrier.name} is stopped for ${outageMs / 1000} s`);
  const report = await runOutage(ensemble, { downMs: outageMs, perSecond: OUTAGE_RATES[form], patience });
  return { ...report, ...noCounts() };
}
