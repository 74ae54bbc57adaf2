import { createHash } from "node:crypto";

/** Slices of the trials: each gives fields that operations of the others may need. */
export const SLICES = ["feed", "notes", "people"] as const;

/** The first release of each slice that commands name. */
export const FIRST_NUMBER = 3;

/** It uses a column that was dropped before the trial begins: it must not come back. */
export const OLDEST = "notes@0";

/** What a release gives to others and needs of them: names of root fields of the graph. */
export interface TrialRelease {
  gives: string[];
  needs: string[];
}

/** What lives under a name: follows from the name alone. Those that are live at the beginning fit everything. */
export function trialRelease(ref: string): TrialRelease {
  const [slice = "", number = ""] = ref.split("@");
  const others = SLICES.filter((other) => other !== slice);
  const chance = createHash("sha256").update(ref).digest();
  const isFirst = Number(number) < FIRST_NUMBER;
  return {
    gives: [slice, ...options(slice).filter((_, index) => isFirst || under(chance[index], 0.7))],
    needs: others.flatMap(options).filter((_, index) => !isFirst && under(chance[8 + index], 0.22)),
  };
}

function options(slice: string): string[] {
  return [`${slice}_color`, `${slice}_size`];
}

function under(byte = 0, share: number): boolean {
  return byte < share * 256;
}
