import { timingSafeEqual } from "node:crypto";
import type { Context } from "../context.ts";
import { findToken, type StoredToken } from "../db/deploy-tokens.ts";
import { Refusal } from "../refusal.ts";
import { accessErrors } from "./access-errors.ts";
import type { Caller } from "./caller.ts";
import { digestOf, hasDigest, readTokenId } from "./deploy-token.ts";

/** `administrator` may do everything, `service` what gateways, the runtime and servers do, `team` changes its slices. */
export type Role = "administrator" | "service" | "team";

export interface IdentifiedCaller extends Caller {
  role: Role;
}

/** Finds out whose token this is: `TOKEN_UNKNOWN`, `TOKEN_EXPIRED` or `TOKEN_REVOKED` if nobody's who may do anything. */
export async function identify(context: Context, token: string): Promise<IdentifiedCaller> {
  const { adminToken, serviceToken } = context.config;
  if (isSame(token, adminToken)) return { role: "administrator", name: "administrator", slices: "all" };
  if (isSame(token, serviceToken)) return { role: "service", name: "service", slices: [] };
  const id = readTokenId(token);
  const stored = id === undefined ? undefined : await findToken(context.db, id);
  if (!stored || !hasDigest(token, stored.digest)) throw tokenUnknown();
  requireValid(stored, context.now());
  return { role: "team", name: stored.name, slices: stored.slices };
}

function isSame(given: string, known: string): boolean {
  return timingSafeEqual(digestOf(given), digestOf(known));
}

function requireValid({ name, slices, expiresAt, revokedAt }: StoredToken, now: Date): void {
  const values = { slices: slices.join(" ") };
  if (revokedAt)
    throw new Refusal(
      accessErrors.TOKEN_REVOKED(`The token ${name} was revoked at ${revokedAt.toISOString()}.`, values),
    );
  if (expiresAt <= now)
    throw new Refusal(
      accessErrors.TOKEN_EXPIRED(`The token ${name} expired at ${expiresAt.toISOString()}.`, values),
    );
}

function tokenUnknown(): Refusal {
  return new Refusal(accessErrors.TOKEN_UNKNOWN("This registry has not given out that token."));
}
