import { chooseDecisive } from "../points/decisive.ts";
import type { Point } from "../points/point.ts";
import type { Recorder } from "../points/recorder.ts";
import type { Numbered } from "./options.ts";
import { type Ensemble, listRunners } from "./start-ensemble.ts";

const QUIET_MS = 2_000;

/** Finds the points: of processes that start for the first time, start again, and wait for another's leadership to end. */
export async function discoverAll({ crowd, runners }: Ensemble, recorder: Recorder): Promise<Numbered[]> {
  await recorder.settle(QUIET_MS);
  crowd.stage = "again";
  await Promise.all(listRunners(runners).map((runner) => runner.start()));
  const waiting = [crowd.add("relay", { stage: "waiting" }), crowd.add("consumer", { stage: "waiting" })];
  for (const runner of waiting) await runner.start();
  await recorder.settle(QUIET_MS);
  for (const runner of waiting) await runner.stop();
  return withNumbers(recorder.list());
}

/** The points of the short form. */
export async function discoverDecisive({ crowd }: Ensemble, recorder: Recorder): Promise<Numbered[]> {
  await recorder.settle(QUIET_MS);
  crowd.stage = "again";
  return withNumbers(chooseDecisive(recorder.list()));
}

/** Points that were come to only later, when others had been killed. */
export function findLate(known: Numbered[], recorder: Recorder): Numbered[] {
  const keyOf = ({ role, where }: Point) => `${role} ${where}`;
  const keys = new Set(known.map(({ point }) => keyOf(point)));
  const late = recorder.list().filter((point) => !keys.has(keyOf(point)));
  return withNumbers(late, known.length);
}

function withNumbers(points: Point[], before = 0): Numbered[] {
  return points.map((point, index) => ({ number: before + index + 1, point }));
}
