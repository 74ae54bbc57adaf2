import { sleep } from "@sliceway/service-kit";
import { figuresOf } from "@sliceway/trial-kit";
import { countOutbox } from "../audit/read-pair.ts";
import { type Patience, waitUntilCaughtUp } from "../audit/wait-until-drained.ts";
import type { Runner } from "../processes/runner.ts";
import type { Ensemble } from "./start-ensemble.ts";

const WRITERS = 4;

/** What was seen while nothing carried events. */
export interface OutageReport {
  /** What was down. */
  carrier: string;
  downMs: number;
  writes: number;
  failed: number;
  /** Milliseconds from when a write was due until it was committed. */
  p50: number;
  p99: number;
  /** Events that waited when it came back. */
  waiting: number;
  /** From the start of what was down until all that had happened by then had had its effect. */
  drainMs: number;
}

interface OutageOptions {
  downMs: number;
  /** Writes a second of each of the four writers. */
  perSecond: number;
  patience: Patience;
}

/** Takes away what carries events for a while. Writers go on at a constant rate, before, meanwhile and after. */
export async function runOutage(
  { world, pair, crowd, runners }: Ensemble,
  { downMs, perSecond, patience }: OutageOptions,
): Promise<OutageReport> {
  const { carrier } = world;
  for (const writer of runners.writer) await writer.stop();
  const meanwhile = await startWriters(crowd, perSecond);
  await carrier.stop();
  await sleep(downMs, patience.signal);
  const after = await startWriters(crowd, perSecond);
  const written = await stopWriters(meanwhile);
  const waiting = await countOutbox(pair);
  const startedAt = performance.now();
  await carrier.start();
  await waitUntilCaughtUp(pair, patience);
  const drainMs = performance.now() - startedAt;
  await stopWriters(after);
  return { carrier: carrier.name, downMs, ...written, waiting, drainMs };
}

async function startWriters(crowd: Ensemble["crowd"], perSecond: number): Promise<Runner[]> {
  const writers = Array.from({ length: WRITERS }, () => crowd.add("writer", { perSecond }));
  await Promise.all(writers.map((writer) => writer.start()));
  return writers;
}

async function stopWriters(writers: Runner[]) {
  const reports = await Promise.all(writers.map((writer) => writer.stop()));
  const done = reports.filter((report) => report?.kind === "written");
  const { count: writes, p50, p99 } = figuresOf(done.flatMap((report) => report.latencies));
  const failed = done.reduce((sum, report) => sum + report.failed, 0);
  return { writes, failed, p50, p99 };
}
