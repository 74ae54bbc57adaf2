import type { Db } from "./db.ts";

export interface StoredToken {
  id: string;
  name: string;
  slices: string[];
  /** sha256 of the token, hex. */
  digest: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}

const columns = [
  "id",
  "name",
  "slices",
  "digest",
  "created_at as createdAt",
  "expires_at as expiresAt",
  "revoked_at as revokedAt",
] as const;

export async function findToken(db: Db, id: string): Promise<StoredToken | undefined> {
  return await db.selectFrom("deploy_token").select(columns).where("id", "=", id).executeTakeFirst();
}

/** Newest first. */
export async function listTokens(db: Db): Promise<StoredToken[]> {
  const query = db.selectFrom("deploy_token").select(columns);
  return await query.orderBy("created_at", "desc").orderBy("id").execute();
}

export async function insertToken(db: Db, token: Omit<StoredToken, "revokedAt">): Promise<void> {
  const { id, name, slices, digest, createdAt, expiresAt } = token;
  const row = { id, name, slices: JSON.stringify(slices), digest };
  await db
    .insertInto("deploy_token")
    .values({ ...row, created_at: createdAt, expires_at: expiresAt, revoked_at: null })
    .execute();
}

/** Revoking twice leaves the first time. */
export async function markTokenRevoked(db: Db, id: string, at: Date): Promise<void> {
  const update = db.updateTable("deploy_token").set({ revoked_at: at }).where("id", "=", id);
  await update.where("revoked_at", "is", null).execute();
}
