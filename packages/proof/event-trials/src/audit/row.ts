import type { Point } from "../points/point.ts";
import { shorten } from "../points/shorten.ts";
import type { Fault } from "./compare-effects.ts";
import type { Places } from "./read-pair.ts";

export interface Counts {
  lost: number;
  doubled: number;
  outOfOrder: number;
}

/** What became of a trial. */
export interface Row extends Counts {
  role: string;
  number: number;
  where: string;
  kills: number;
  /** Times that the process was seen at work again. */
  restarts: number;
  /** Times that it did not come to the point. */
  missed: number;
}

/** A trial and how far its pair had come at the end of it. */
export interface Window<Of extends Counts = Counts> {
  row: Of;
  upTo: Places;
}

export const noCounts = (): Counts => ({ lost: 0, doubled: 0, outOfOrder: 0 });

export function createRow({ role, where, stage }: Point, number: number): Row {
  const how =
    stage === "again" ? "" : stage === "waiting" ? " (waiting for leadership)" : " (the first time)";
  return { role, number, where: `${shorten(where)}${how}`, kills: 0, restarts: 0, missed: 0, ...noCounts() };
}

/** Writes each fault into the row in whose time it has shown; one that has shown in none into the last. */
export function assignFaults(faults: Fault[], windows: Window[], of: keyof Places): void {
  for (const { kind, place } of faults) {
    const window = windows.find(({ upTo }) => place <= upTo[of]) ?? windows.at(-1);
    if (window) window.row[kind] += 1;
  }
}

export function sumCounts(rows: Counts[]): Counts {
  return rows.reduce<Counts>(
    (sum, { lost, doubled, outOfOrder }) => ({
      lost: sum.lost + lost,
      doubled: sum.doubled + doubled,
      outOfOrder: sum.outOfOrder + outOfOrder,
    }),
    noCounts(),
  );
}
