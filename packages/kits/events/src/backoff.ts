const FIRST_PAUSE_MS = 100;

/** A jittered pause in milliseconds that doubles with every failure: about 0.1 s after the first, `longestMs` at most. */
export function backoffMs(failures: number, longestMs: number, random = Math.random): number {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), longestMs);
  return pause * (0.5 + random() / 2);
}
