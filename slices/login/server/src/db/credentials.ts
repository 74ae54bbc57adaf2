import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./tables.ts";

export interface Credentials {
  id: string;
  /** Null: no password opens this account. */
  passwordHash: string | null;
}

export async function findCredentials(
  db: Kysely<Tables>,
  by: { handle: string } | { id: string },
): Promise<Credentials | undefined> {
  const [column, value] = "id" in by ? (["id", by.id] as const) : (["handle", by.handle] as const);
  return db
    .selectFrom("account")
    .select(["id", "password_hash as passwordHash"])
    .where(column, "=", value)
    .executeTakeFirst();
}

export async function updatePasswordHash(
  tx: Transaction<Tables>,
  id: string,
  passwordHash: string,
): Promise<void> {
  await tx.updateTable("account").set({ password_hash: passwordHash }).where("id", "=", id).execute();
}
