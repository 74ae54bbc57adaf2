import type { PrivateKey } from "../preview/preview-key.ts";
import type { Db } from "./db.ts";

/** Oldest first. */
export async function listPreviewKeys(db: Db): Promise<PrivateKey[]> {
  const rows = await db
    .selectFrom("preview_key")
    .select("jwk")
    .orderBy("created_at")
    .orderBy("kid")
    .execute();
  return rows.map(({ jwk }) => jwk);
}

export async function insertPreviewKey(db: Db, jwk: PrivateKey, createdAt: Date): Promise<void> {
  const row = { kid: jwk.kid, jwk: JSON.stringify(jwk), created_at: createdAt };
  await db.insertInto("preview_key").values(row).execute();
}
