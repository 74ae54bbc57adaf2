/** How many times as long as something took one rests after it. */
const REST = 4;
const LONGEST_MS = 2_000;

/**
 * How long to rest after something that began at `startedAt`. On a busy machine all become slower together, and none
 * falls behind the others; what took long for another reason holds nobody up.
 */
export function restAfter(startedAt: number, shortestMs: number): number {
  const tookMs = performance.now() - startedAt;
  return Math.min(Math.max(shortestMs, REST * tookMs), LONGEST_MS);
}
