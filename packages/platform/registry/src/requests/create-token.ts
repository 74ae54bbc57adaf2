import type { CreatedToken, tokenRequestSchema } from "@sliceway/protocol/api";
import type { z } from "zod";
import { makeToken } from "../access/deploy-token.ts";
import { describeToken } from "../access/describe-token.ts";
import type { Context } from "../context.ts";
import { insertAudit } from "../db/audit.ts";
import { insertToken } from "../db/deploy-tokens.ts";

const DAY_MS = 24 * 3_600_000;

/** Makes a token that may change releases of these slices. Nobody can ask for it again: its digest is what is kept. */
export async function createToken(
  { db, now, log }: Context,
  { slices, name, days }: z.output<typeof tokenRequestSchema>,
  by: string,
): Promise<CreatedToken> {
  const { id, token, digest } = makeToken();
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + days * DAY_MS);
  const stored = { id, name, slices: [...new Set(slices)].sort(), digest, createdAt, expiresAt };
  const cause = `for ${stored.slices.join(", ")} until ${expiresAt.toISOString().slice(0, 10)}`;
  await db.transaction().execute(async (tx) => {
    await insertToken(tx, stored);
    await insertAudit(tx, [{ at: createdAt, who: by, what: "token", to: `${name} ${id}`, cause }]);
  });
  log.info({ id, name, slices: stored.slices, by }, "deploy token made");
  return { ...describeToken({ ...stored, revokedAt: null }), token };
}
