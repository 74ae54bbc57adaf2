import type { DeployToken } from "@sliceway/protocol/api";
import type { StoredToken } from "../db/deploy-tokens.ts";

/** A token in the words of the protocol. */
export function describeToken({
  id,
  name,
  slices,
  createdAt,
  expiresAt,
  revokedAt,
}: StoredToken): DeployToken {
  return {
    id,
    name,
    slices,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
