import type { Heartbeat, RenewedLease } from "@sliceway/protocol/api";
import type { Context } from "../context.ts";
import { extendLease } from "../db/leases.ts";
import { findLiveSince } from "../db/routing-history.ts";
import { Refusal } from "../refusal.ts";
import { requestErrors } from "../request-errors.ts";
import type { StateFeed } from "../watch/state-feed.ts";
import { leaseEnd } from "./open-lease.ts";

/**
 * Renews a lease. Where the heartbeat says how long it waits, the answer comes when the release goes live, or after that
 * time. Throws `FENCED` if the lease has ended or somebody else has taken it over.
 */
export async function renewLease(
  context: Context,
  instance: string,
  { waitMs = 0, ...heartbeat }: Heartbeat,
): Promise<RenewedLease> {
  const { db, now } = context;
  const end = leaseEnd(context);
  const lease = await extendLease(db, instance, heartbeat, now(), end);
  if (!lease)
    throw new Refusal(
      requestErrors.FENCED(`The lease of ${instance} with epoch ${heartbeat.epoch} is over.`),
    );
  const since = await waitForLife(context, lease, waitMs);
  return { ttlMs: end.getTime() - now().getTime(), liveSince: since };
}

/** Since when the release is live, as soon as it is; null if it is not within that time. */
async function waitForLife(
  context: Context,
  { slice, release }: { slice: string; release: string },
  waitMs: number,
): Promise<number | null> {
  const endsAt = performance.now() + waitMs;
  for (;;) {
    const { revision, since } = await findLiveSince(context.db, slice, release);
    const left = endsAt - performance.now();
    if (since !== null || left <= 0) return since;
    await nextRevision(context.feed, revision, left);
  }
}

/** Resolves once watchers are told of a routing that is newer than `revision`, after `ms` at the latest. */
async function nextRevision(feed: StateFeed, revision: number, ms: number): Promise<void> {
  if ((feed.latest?.routing.revision ?? 0) > revision) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  using _ = feed.listen(({ routing }) => {
    if (routing.revision > revision) resolve();
  });
  const timer = setTimeout(resolve, ms);
  await promise;
  clearTimeout(timer);
}
