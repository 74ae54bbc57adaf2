import { readPlaces } from "../audit/read-pair.ts";
import { createRow, type Row, type Window } from "../audit/row.ts";
import { waitUntilCaughtUp } from "../audit/wait-until-drained.ts";
import type { Point } from "../points/point.ts";
import type { Runner } from "../processes/runner.ts";
import type { CrashContext } from "./crash-context.ts";
import { crashFirst } from "./crash-first.ts";
import type { Numbered } from "./options.ts";
import { strike } from "./strike.ts";

/** Kills processes at each of the points in turn, while the rest of the ensemble works on. */
export async function crashAll(context: CrashContext, points: Numbered[]): Promise<Window<Row>[]> {
  const windows: Window<Row>[] = [];
  for (const { number, point } of points) {
    context.patience.signal?.throwIfAborted();
    const row = createRow(point, number);
    context.progress(`${row.role} ${number}: ${row.where}`);
    if (point.stage === "first") await crashFirst(context, point, row);
    else await crashAgain(context, point, row);
    windows.push({ row, upTo: await readPlaces(context.ensemble.pair) });
  }
  return windows;
}

async function crashAgain(
  { ensemble, random, patience }: CrashContext,
  point: Point,
  row: Row,
): Promise<void> {
  const { crowd, runners, pair } = ensemble;
  const isWaiting = point.stage === "waiting";
  const runner = isWaiting
    ? crowd.add(point.role, { stage: "waiting" })
    : inTurn(runners[point.role], row.number);
  await strike(runner, row, point, random);
  await waitUntilCaughtUp(pair, patience);
  if (isWaiting) await runner[Symbol.asyncDispose]();
}

function inTurn(runners: Runner[], number: number): Runner {
  const runner = runners[number % runners.length];
  if (!runner) throw new Error("nobody has that role");
  return runner;
}
