import { SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import type { GatewayKey } from "./gateway-key.ts";

const LIFETIME_S = 60;
const REUSE_MS = 30_000;
const REMEMBERED = 20_000;

/** For whom a slice is asked to act. */
export interface Subject {
  /** Absent for people who are not logged in. */
  userId?: string | undefined;
  /** The session in use; for the identity slice alone. */
  sessionId?: string | undefined;
  visitor: string;
  developer: boolean;
}

export type MintToken = (slice: string, subject: Subject) => Promise<string>;

/** Mints tokens that one slice accepts for a minute; one is used again for half of that. */
export function createTokenMint(key: GatewayKey, now: () => number = Date.now): MintToken {
  const minted = new LRUCache<string, { token: Promise<string>; mintedAt: number }>({ max: REMEMBERED });
  return (slice, subject) => {
    const name = nameOf(slice, subject);
    const known = minted.get(name);
    if (known && now() - known.mintedAt < REUSE_MS) return known.token;
    const token = sign(key, slice, subject, Math.floor(now() / 1000));
    minted.set(name, { token, mintedAt: now() });
    return token;
  };
}

function nameOf(slice: string, { userId, sessionId, visitor, developer }: Subject): string {
  return JSON.stringify([slice, userId, sessionId, visitor, developer]);
}

function sign(key: GatewayKey, slice: string, subject: Subject, issuedAtS: number): Promise<string> {
  const { userId, sessionId, visitor, developer } = subject;
  const token = new SignJWT({
    visitor,
    ...(sessionId && { sid: sessionId }),
    ...(developer && { dev: true }),
  })
    .setProtectedHeader({ alg: "EdDSA", kid: key.kid })
    .setIssuer("gateway")
    .setAudience(slice)
    .setIssuedAt(issuedAtS)
    .setExpirationTime(issuedAtS + LIFETIME_S);
  if (userId) token.setSubject(userId);
  return token.sign(key.privateKey);
}
