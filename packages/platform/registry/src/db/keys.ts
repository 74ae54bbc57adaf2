import { canonicalJson } from "@sliceway/protocol";
import type { KeySet, PublicKey } from "@sliceway/protocol/api";
import type { Db } from "./db.ts";

/** False if another key has this id already: what a key id means never changes. */
export async function insertKey(db: Db, kid: string, jwk: PublicKey, createdAt: Date): Promise<boolean> {
  await db
    .insertInto("key")
    .values({ kid, jwk: JSON.stringify(jwk), created_at: createdAt })
    .onConflict((conflict) => conflict.column("kid").doNothing())
    .execute();
  const stored = await db.selectFrom("key").select("jwk").where("kid", "=", kid).executeTakeFirstOrThrow();
  return canonicalJson(stored.jwk) === canonicalJson(jwk);
}

export async function listKeys(db: Db): Promise<KeySet> {
  const rows = await db.selectFrom("key").select(["kid", "jwk"]).orderBy("created_at").execute();
  return { keys: rows.map(({ kid, jwk }) => ({ ...jwk, kid })) };
}
