import type { Figures } from "@sliceway/protocol";

/** Fewer operations say nothing of latency. */
const LATENCY_SAMPLES = 200;
/** By so much the failed share must be higher, however sure it is. */
const TOLERATED_SHARE = 0.01;
/** One-sided, 99.9%. */
const SURE = 3.09;

/**
 * Why the canary is worse than what is live; null if it is not, or if there are fewer than `samples` requests. More
 * failures: by over one percentage point, and by chance once in a thousand times at most. Slower: the 95th percentile
 * is over twice that of live, at 200 requests at least on both sides.
 */
export function findWorse(canary: Figures, live: Figures, samples: number): string | null {
  if (canary.requests < samples) return null;
  return findMoreFailures(canary, live, samples) ?? findSlower(canary, live);
}

function findMoreFailures(canary: Figures, live: Figures, samples: number): string | null {
  // What little is known of live is filled up with successes, so that an idle live says nothing against a failing canary.
  const expected = { failed: live.failed, requests: Math.max(live.requests, samples) };
  const isWorse = shareOf(canary) - shareOf(expected) > TOLERATED_SHARE && deviation(canary, expected) > SURE;
  return isWorse ? `${renderFailed(canary)} failed, of live ${renderFailed(live)}` : null;
}

function findSlower(canary: Figures, live: Figures): string | null {
  if (Math.min(canary.requests, live.requests) < LATENCY_SAMPLES) return null;
  if (canary.p95Ms === null || live.p95Ms === null || canary.p95Ms <= 2 * live.p95Ms) return null;
  return `95% of ${canary.requests} requests took up to ${canary.p95Ms} ms, of live up to ${live.p95Ms} ms`;
}

type Share = Pick<Figures, "requests" | "failed">;

function shareOf({ requests, failed }: Share): number {
  return requests === 0 ? 0 : failed / requests;
}

/** The two-proportion z-score: by how many standard errors `a` fails more often than `b`. */
function deviation(a: Share, b: Share): number {
  const pooled = (a.failed + b.failed) / (a.requests + b.requests);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.requests + 1 / b.requests));
  // Nothing failed, or everything: both are alike.
  return error === 0 ? 0 : (shareOf(a) - shareOf(b)) / error;
}

function renderFailed(share: Share): string {
  return `${share.failed} of ${share.requests} requests (${(100 * shareOf(share)).toFixed(1)}%)`;
}
