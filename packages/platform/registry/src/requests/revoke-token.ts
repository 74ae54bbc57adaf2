import type { DeployToken } from "@sliceway/protocol/api";
import { accessErrors } from "../access/access-errors.ts";
import { describeToken } from "../access/describe-token.ts";
import type { Context } from "../context.ts";
import { insertAudit } from "../db/audit.ts";
import { findToken, markTokenRevoked } from "../db/deploy-tokens.ts";
import { Refusal } from "../refusal.ts";

/** The token is refused from the next request on. Throws `TOKEN_ID_UNKNOWN`. */
export async function revokeToken({ db, now, log }: Context, id: string, by: string): Promise<DeployToken> {
  const found = await findToken(db, id);
  if (!found) throw new Refusal(accessErrors.TOKEN_ID_UNKNOWN(`There is no token ${id}.`));
  if (found.revokedAt) return describeToken(found);
  const at = now();
  await db.transaction().execute(async (tx) => {
    await markTokenRevoked(tx, id, at);
    const entry = { at, who: by, what: "token" as const, from: `${found.name} ${id}`, cause: "revoked" };
    await insertAudit(tx, [entry]);
  });
  log.warn({ id, name: found.name, by }, "deploy token revoked");
  return describeToken({ ...found, revokedAt: at });
}
