import type { SessionClaims } from "@sliceway/subgraph-kit";
import type { Kysely, Transaction } from "kysely";
import type { NewSession } from "../session.ts";
import type { Tables } from "./tables.ts";

export async function insertSession(tx: Transaction<Tables>, session: NewSession): Promise<void> {
  await tx
    .insertInto("session")
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      account_id: session.accountId,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute();
}

/** When the session expires; undefined if it has ended. */
export async function replaceToken(
  db: Kysely<Tables>,
  id: string,
  tokenHash: Buffer,
  now: Date,
): Promise<Date | undefined> {
  const row = await db
    .updateTable("session")
    .set({ token_hash: tokenHash })
    .where("id", "=", id)
    .where("expires_at", ">", now)
    .returning("expires_at as expiresAt")
    .executeTakeFirst();
  return row?.expiresAt;
}

export async function findClaims(
  db: Kysely<Tables>,
  tokenHash: Buffer,
  now: Date,
): Promise<SessionClaims | undefined> {
  return db
    .selectFrom("session")
    .innerJoin("account", "account.id", "session.account_id")
    .select(["session.id as sessionId", "account.id as userId", "account.handle", "account.developer"])
    .where("session.token_hash", "=", tokenHash)
    .where("session.expires_at", ">", now)
    .executeTakeFirst();
}

export async function deleteSession(db: Kysely<Tables>, id: string): Promise<void> {
  await db.deleteFrom("session").where("id", "=", id).execute();
}

export async function deleteSessionsOf(tx: Transaction<Tables>, accountId: string): Promise<void> {
  await tx.deleteFrom("session").where("account_id", "=", accountId).execute();
}

export async function deleteExpiredSessions(
  tx: Transaction<Tables>,
  accountId: string,
  now: Date,
): Promise<void> {
  await tx.deleteFrom("session").where("account_id", "=", accountId).where("expires_at", "<=", now).execute();
}
