import { findRabbitmqServer, NO_RABBITMQ_SERVER } from "@sliceway/events/testing";
import { type Io, printOutcome } from "@sliceway/trial-kit";
import { sumCounts } from "./audit/row.ts";
import { type EventOptions, HELP, readEventOptions } from "./options.ts";
import { ownPrograms } from "./processes/role.ts";
import { renderReports } from "./report/render-report.ts";
import type { TrialOptions } from "./run/options.ts";
import { runTrials, type TrialReport } from "./run/run-trials.ts";
import type { TransportName } from "./world/start-world.ts";

/** Runs the trials that the arguments ask for, transports at the same time; gives the exit code. */
export async function run(argv: string[], io: Io, signal?: AbortSignal): Promise<number> {
  const options = readEventOptions(argv);
  if (options.help) {
    io.print(HELP);
    return 0;
  }
  const { progress } = io;
  const transports = chooseTransports(options, progress);
  const { seed, point, short, json } = options;
  const outageMs = point === undefined ? options["outage-s"] * 1000 : 0;
  const form = short ? "short" : "full";
  const shared = { seed, point, outageMs, form, programs: ownPrograms, progress } as const;
  const reports = await runAll(
    transports.map((transport) => ({ ...shared, transport })),
    signal,
  );
  printOutcome({ figures: reports, lines: renderReports(reports) }, io, json);
  return reports.every(isFlawless) ? 0 : 1;
}

/** If one fails the others end early, and each puts away what it has started. */
async function runAll(trials: TrialOptions[], stop: AbortSignal = new AbortController().signal) {
  const failed = new AbortController();
  const signal = AbortSignal.any([failed.signal, stop]);
  const running = trials.map((options) => runTrials({ ...options, signal }));
  for (const trial of running) trial.catch((error) => failed.abort(error));
  await Promise.allSettled(running);
  return Promise.all(running);
}

function chooseTransports({ transport }: EventOptions, progress: Io["progress"]): TransportName[] {
  const wanted: TransportName[] = transport === "both" ? ["postgres", "rabbitmq"] : [transport];
  if (findRabbitmqServer() || !wanted.includes("rabbitmq")) return wanted;
  progress(NO_RABBITMQ_SERVER);
  return wanted.filter((name) => name !== "rabbitmq");
}

/** Nothing lost, doubled or out of order; every point was come to; every write of the outage succeeded. */
function isFlawless({ rows, outage, counts }: TrialReport): boolean {
  const { lost, doubled, outOfOrder } = sumCounts([counts]);
  const missed = rows.some((row) => row.missed > 0);
  return lost + doubled + outOfOrder === 0 && !missed && (outage?.failed ?? 0) === 0;
}
