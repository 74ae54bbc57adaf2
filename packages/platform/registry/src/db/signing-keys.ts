import type { Db } from "./db.ts";

export interface StoredKey {
  slice: string;
  id: string;
  /** SPKI in DER, base64. */
  publicKey: string;
  createdAt: Date;
  revokedAt: Date | null;
}

const columns = [
  "slice",
  "id",
  "public_key as publicKey",
  "created_at as createdAt",
  "revoked_at as revokedAt",
] as const;

/** Of every slice that the key is registered for. */
export async function findSigningKeys(db: Db, id: string): Promise<StoredKey[]> {
  const query = db.selectFrom("signing_key").select(columns).where("id", "=", id);
  return await query.orderBy("slice").execute();
}

/** By slice, newest first. */
export async function listSigningKeys(db: Db): Promise<StoredKey[]> {
  const query = db.selectFrom("signing_key").select(columns);
  return await query.orderBy("slice").orderBy("created_at", "desc").orderBy("id").execute();
}

/** False if the slice has the key already. */
export async function insertSigningKey(db: Db, key: Omit<StoredKey, "revokedAt">): Promise<boolean> {
  const { slice, id, publicKey, createdAt } = key;
  const inserted = await db
    .insertInto("signing_key")
    .values({ slice, id, public_key: publicKey, created_at: createdAt, revoked_at: null })
    .onConflict((conflict) => conflict.columns(["slice", "id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** For every slice that it is registered for. Revoking twice leaves the first time. */
export async function markKeyRevoked(db: Db, id: string, at: Date): Promise<void> {
  const update = db.updateTable("signing_key").set({ revoked_at: at }).where("id", "=", id);
  await update.where("revoked_at", "is", null).execute();
}
