const SHORTEST_MS = 200;
/** Short enough that a server which may live again is back within seconds. */
const LONGEST_MS = 3_000;

/** The pause before the next start, after `failures` (1 or more) short lives in a row: doubling, 3 s at most. */
export function backOffMs(failures: number): number {
  return Math.min(LONGEST_MS, SHORTEST_MS * 2 ** Math.min(failures - 1, 20));
}
