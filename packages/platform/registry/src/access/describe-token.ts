import type { StoredToken } from "../db/deploy-tokens.ts";
import type { DeployToken } from "./access-schema.ts";

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
