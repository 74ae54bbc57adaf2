import type { Numbered } from "../commands/command.ts";

type Groups = readonly (readonly Numbered[])[];

interface Bounds {
  /** Trials at most. */
  tries: number;
  /** After so long no further one begins. */
  ms: number;
}

/**
 * Leaves out what is not needed for a trial to fail: first halves, then quarters, down to single commands. `fails` tries a
 * list anew. The list that comes out has failed, and is the shortest that was found within the bounds.
 */
export async function shrink(
  groups: Groups,
  fails: (groups: Groups) => Promise<boolean>,
  { tries, ms }: Bounds,
): Promise<Groups> {
  const end = Date.now() + ms;
  let [best, left] = [groups, tries];
  for (let size = Math.ceil(countCommands(best) / 2); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let from = 0; from < countCommands(best) && left > 0 && Date.now() < end; left--) {
      const shorter = leaveOut(best, from, size);
      if (countCommands(shorter) > 0 && (await fails(shorter))) best = shorter;
      else from += size;
    }
  }
  return best;
}

/** The groups without `size` commands from the position `from` on. */
function leaveOut(groups: Groups, from: number, size: number): Groups {
  const numbers = groups.flat().map(({ number }) => number);
  return keepOnly(groups, [...numbers.slice(0, from), ...numbers.slice(from + size)]);
}

/** The groups without all commands but those of these numbers. */
export function keepOnly(groups: Groups, numbers: readonly number[]): Groups {
  const kept = groups.map((group) => group.filter(({ number }) => numbers.includes(number)));
  return kept.filter((group) => group.length > 0);
}

function countCommands(groups: Groups): number {
  return groups.flat().length;
}
