import type { RenewedDevSession } from "@sliceway/protocol/api";
import { type Caller, requireRights } from "../access/caller.ts";
import type { Context } from "../context.ts";
import { type DevSession, extendDevSession } from "../db/dev-sessions.ts";
import { Refusal } from "../refusal.ts";
import { deploymentErrors } from "./deployment-errors.ts";
import { LEASE_MS } from "./open-lease.ts";

/** Opens somebody's work on a slice, or keeps it open. Throws `DEV_NAME_TAKEN`. */
export async function renewDevSession(
  { db, now, log }: Context,
  session: DevSession,
  by: Caller,
): Promise<RenewedDevSession> {
  requireRights(by, [session.slice]);
  const extended = await extendDevSession(db, session, {
    now: now(),
    expiresAt: new Date(now().getTime() + LEASE_MS),
  });
  if (!extended) throw nameTaken(session.name);
  if (extended.isNew) log.info({ ...session }, "development begins");
  return { ttlMs: LEASE_MS, isNew: extended.isNew };
}

function nameTaken(name: string): Refusal {
  return new Refusal(deploymentErrors.DEV_NAME_TAKEN(`Somebody works under the name ${name} already.`));
}
