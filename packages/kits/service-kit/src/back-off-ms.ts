export interface BackOff {
  /** The longest pause after the first failure, in milliseconds. */
  firstMs: number;
  /** No pause is longer, in milliseconds. */
  longestMs: number;
  /** From 0 (half of the pause is taken away) to 1 (none of it). Default `Math.random`. */
  random?: () => number;
}

/** The pause in milliseconds after `failures` (1 or more) in a row: doubles each time, and jitter takes away up to half. */
export function backOffMs(failures: number, { firstMs, longestMs, random = Math.random }: BackOff): number {
  const pauseMs = Math.min(firstMs * 2 ** (failures - 1), longestMs);
  return pauseMs * (0.5 + random() / 2);
}
