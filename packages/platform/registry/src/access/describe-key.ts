import type { RegisteredKey } from "@sliceway/protocol/api";
import type { StoredKey } from "../db/signing-keys.ts";

/** A signing key in the words of the protocol. */
export function describeKey({ slice, id, publicKey, createdAt, revokedAt }: StoredKey): RegisteredKey {
  return {
    slice,
    id,
    publicKey,
    createdAt: createdAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
