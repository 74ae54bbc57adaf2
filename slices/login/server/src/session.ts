import { createHash, randomBytes, randomUUID } from "node:crypto";

const MAX_AGE_SECONDS = 30 * 24 * 60 * 60;

/** A session as it is stored: with a hash of the token that opens it. */
export interface NewSession {
  id: string;
  tokenHash: Buffer;
  accountId: string;
  createdAt: Date;
  expiresAt: Date;
}

/** A new session that nothing opens until a token is issued for it. */
export function createSession(accountId: string, now: Date): NewSession {
  return {
    id: randomUUID(),
    tokenHash: hashToken(createToken()),
    accountId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + MAX_AGE_SECONDS * 1000),
  };
}

export function createToken(): string {
  return randomBytes(32).toString("base64url");
}

/** A plain hash will do: a token of 256 random bits cannot be guessed, however fast one may try. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
