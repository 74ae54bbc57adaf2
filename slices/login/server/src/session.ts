import { createHash, randomBytes, randomUUID } from "node:crypto";

const MAX_AGE_SECONDS = 30 * 24 * 60 * 60;

/** A session as it is stored: without the token that opens it. */
export interface NewSession {
  id: string;
  tokenHash: Buffer;
  accountId: string;
  createdAt: Date;
  expiresAt: Date;
}

/** A new session and the only copy of its token. */
export function createSession(
  accountId: string,
  now: Date,
): { session: NewSession; token: string; maxAgeSeconds: number } {
  const token = randomBytes(32).toString("base64url");
  const session = {
    id: randomUUID(),
    tokenHash: hashToken(token),
    accountId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + MAX_AGE_SECONDS * 1000),
  };
  return { session, token, maxAgeSeconds: MAX_AGE_SECONDS };
}

/** A plain hash will do: a token of 256 random bits cannot be guessed, however fast one may try. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
