import type { LeaseRequest, OpenedLease } from "@sliceway/protocol/api";
import type { Context } from "../context.ts";
import { upsertLease } from "../db/leases.ts";
import { isPublished } from "../db/releases.ts";
import { findLiveSince } from "../db/routing-history.ts";
import { publishErrors } from "../publish/publish-errors.ts";
import { Refusal } from "../refusal.ts";

/** A lease ends so long after its last renewal. */
export const LEASE_MS = 10_000;

/** Lists an instance. Whoever held the instance id before is fenced. Throws `RELEASE_UNKNOWN`. */
export async function openLease(context: Context, request: LeaseRequest): Promise<OpenedLease> {
  const { slice, release } = request;
  if (!(await isPublished(context.db, { slice, id: release })))
    throw new Refusal({
      ...publishErrors.RELEASE_UNKNOWN(`${slice}@${release} is not published.`),
      fix: "Publish it before it is started.",
    });
  const epoch = await upsertLease(context.db, request, leaseEnd(context));
  return { epoch, ttlMs: LEASE_MS, liveSince: (await findLiveSince(context.db, slice, release)).since };
}

export function leaseEnd({ now }: Context): Date {
  return new Date(now().getTime() + LEASE_MS);
}
