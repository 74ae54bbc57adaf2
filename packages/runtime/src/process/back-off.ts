const FIRST_MS = 250;
const LONGEST_MS = 10_000;

/** After running this long an end counts as the first one again. */
export const STEADY_MS = 30_000;

/** Milliseconds to wait before the n-th restart in a row (from 1): 0.25, 0.5, 1 ... 10 s. */
export function backOffMs(restarts: number): number {
  return Math.min(FIRST_MS * 2 ** (restarts - 1), LONGEST_MS);
}
