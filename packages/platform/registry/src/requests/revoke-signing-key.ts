import type { RegisteredKey } from "@sliceway/protocol/api";
import { accessErrors } from "../access/access-errors.ts";
import { describeKey } from "../access/describe-key.ts";
import type { Context } from "../context.ts";
import { insertAudit } from "../db/audit.ts";
import { findSigningKeys, markKeyRevoked } from "../db/signing-keys.ts";
import { Refusal } from "../refusal.ts";

/** Nothing is published with the key any more, for no slice. Throws `SIGNING_KEY_UNKNOWN`. */
export async function revokeSigningKey(
  { db, now, log }: Context,
  id: string,
  by: string,
): Promise<RegisteredKey[]> {
  const found = await findSigningKeys(db, id);
  if (found.length === 0)
    throw new Refusal({
      ...accessErrors.SIGNING_KEY_UNKNOWN(`There is no key ${id}.`, { slice: "<slice>" }),
      fix: "See which there are: sliceway key list.",
    });
  const at = now();
  const valid = found.filter(({ revokedAt }) => !revokedAt);
  await db.transaction().execute(async (tx) => {
    await markKeyRevoked(tx, id, at);
    const what = "key" as const;
    await insertAudit(
      tx,
      valid.map(({ slice }) => ({ at, who: by, what, from: `${slice} ${id}`, cause: "revoked" })),
    );
  });
  if (valid.length > 0) log.warn({ key: id, by }, "signing key revoked");
  return found.map((key) => describeKey({ ...key, revokedAt: key.revokedAt ?? at }));
}
