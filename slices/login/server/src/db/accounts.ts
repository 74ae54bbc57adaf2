import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { Account } from "../account.ts";
import type { Profile } from "../profile.ts";
import type { Tables } from "./tables.ts";

const ACCOUNT = ["id", "handle", "name", "bio", "avatar_url", "created_at"] as const;

type AccountRow = Pick<Selectable<Tables["account"]>, (typeof ACCOUNT)[number]>;

/** Never throws for ids that are not there: they are left out. */
export async function listAccounts(db: Kysely<Tables>, ids: readonly string[]): Promise<Account[]> {
  const rows = await db
    .selectFrom("account")
    .select(ACCOUNT)
    .where("id", "=", sql<string>`any(${ids.filter(isUuid)}::uuid[])`)
    .execute();
  return rows.map(accountOf);
}

export async function findAccountByHandle(db: Kysely<Tables>, handle: string): Promise<Account | undefined> {
  const row = await db.selectFrom("account").select(ACCOUNT).where("handle", "=", handle).executeTakeFirst();
  return row && accountOf(row);
}

/** Undefined if the handle is taken. */
export async function insertAccount(
  tx: Transaction<Tables>,
  account: Account & { passwordHash: string },
): Promise<Account | undefined> {
  const row = await tx
    .insertInto("account")
    .values({
      id: account.id,
      handle: account.handle,
      name: account.name,
      bio: account.bio,
      avatar_url: account.avatarUrl,
      password_hash: account.passwordHash,
      developer: false,
      created_at: account.createdAt,
    })
    .onConflict((conflict) => conflict.column("handle").doNothing())
    .returning(ACCOUNT)
    .executeTakeFirst();
  return row && accountOf(row);
}

/** The account, locked until the transaction ends. */
export async function lockAccount(tx: Transaction<Tables>, id: string): Promise<Account | undefined> {
  const row = await tx
    .selectFrom("account")
    .select(ACCOUNT)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row && accountOf(row);
}

export async function updateProfileRow(tx: Transaction<Tables>, id: string, profile: Profile): Promise<void> {
  const { name, bio, avatarUrl } = profile;
  await tx.updateTable("account").set({ name, bio, avatar_url: avatarUrl }).where("id", "=", id).execute();
}

function accountOf({ avatar_url, created_at, ...row }: AccountRow): Account {
  return { ...row, avatarUrl: avatar_url, createdAt: created_at };
}

/** An id that comes from outside may be any text; PostgreSQL refuses to compare a uuid with those. */
function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
