import type { Context } from "../context.ts";
import { extendLease } from "../db/leases.ts";
import type { Heartbeat, RenewedLease } from "../protocol.ts";
import { Refusal } from "../refusal.ts";
import { liveSince } from "./live-since.ts";
import { LEASE_MS, leaseEnd } from "./open-lease.ts";

/** Throws `FENCED` if the lease has ended or somebody else has taken it over. */
export async function renewLease(
  context: Context,
  instance: string,
  heartbeat: Heartbeat,
): Promise<RenewedLease> {
  const lease = await extendLease(context.db, instance, heartbeat, context.now(), leaseEnd(context));
  if (!lease)
    throw new Refusal(
      "FENCED",
      `The lease of ${instance} with epoch ${heartbeat.epoch} is over.`,
      "Stop acting as the live instance and open a new lease.",
    );
  return { ttlMs: LEASE_MS, liveSince: await liveSince(context, lease.slice, lease.release) };
}
