import { createHmac, hkdfSync } from "node:crypto";

/** Tells calls of one mutation from calls of another, or with other arguments, without keeping the arguments. */
export type Fingerprint = (field: string, args: unknown) => Buffer;

/**
 * Arguments may hold a password, and a plain hash of those could be guessed by whoever reads the database. So it is
 * keyed with a secret that is not there, and that outlives a restart: the service token.
 */
export function createFingerprint(serviceToken: string, slice: string): Fingerprint {
  const key = Buffer.from(hkdfSync("sha256", serviceToken, "", `idempotency of ${slice}`, 32));
  return (field, args) =>
    createHmac("sha256", key)
      .update(JSON.stringify([field, args]))
      .digest();
}
