import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A token that was just made: to be told once, and to be remembered by its digest. */
export interface NewToken {
  id: string;
  token: string;
  /** sha256, hex. */
  digest: string;
}

/**
 * `slw_<id>_<secret>`: who finds one can tell what it is, and the registry which row to compare it with. 256 random bits
 * need no slow hash.
 */
export function makeToken(): NewToken {
  const id = randomBytes(6).toString("hex");
  const token = `slw_${id}_${randomBytes(32).toString("base64url")}`;
  return { id: `t-${id}`, token, digest: digestOf(token).toString("hex") };
}

/** The id of what looks like a deploy token. */
export function readTokenId(token: string): string | undefined {
  const id = /^slw_([0-9a-f]{12})_[\w-]{43}$/.exec(token)?.[1];
  return id && `t-${id}`;
}

/** Digests are equally long, so that the comparison tells nothing by its time. */
export function hasDigest(token: string, digest: string): boolean {
  return timingSafeEqual(digestOf(token), Buffer.from(digest, "hex"));
}

export function digestOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
