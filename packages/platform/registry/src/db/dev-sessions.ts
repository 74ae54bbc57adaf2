import { sql } from "kysely";
import type { Db } from "./db.ts";

/** Somebody's work on a slice, seen under a preview's name. */
export interface DevSession {
  /** 12 hex digits. */
  id: string;
  slice: string;
  /** Of its preview. */
  name: string;
}

interface Extension {
  now: Date;
  expiresAt: Date;
}

/** Opens or renews it. Resolves to whether it is new; undefined while another one has its name, be it over already. */
export async function extendDevSession(
  db: Db,
  session: DevSession,
  { now, expiresAt }: Extension,
): Promise<{ isNew: boolean } | undefined> {
  const renewed = await db
    .updateTable("dev_session")
    .set({ expires_at: expiresAt })
    .where("id", "=", session.id)
    .where("name", "=", session.name)
    .where("expires_at", ">", now)
    .returning("id")
    .executeTakeFirst();
  if (renewed) return { isNew: false };
  const opened = await db
    .insertInto("dev_session")
    .values({ ...session, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return opened && { isNew: true };
}

export async function findDevSession(db: Db, name: string, now: Date): Promise<DevSession | undefined> {
  return await selectOpen(db, name, now).executeTakeFirst();
}

/** The same, and nobody ends it before the transaction has ended: whoever does sees what was written for it. */
export async function holdDevSession(tx: Db, name: string, now: Date): Promise<DevSession | undefined> {
  return await selectOpen(tx, name, now).forShare().executeTakeFirst();
}

function selectOpen(db: Db, name: string, now: Date) {
  const query = db.selectFrom("dev_session").select(["id", "slice", "name"]).where("name", "=", name);
  return query.where("expires_at", ">", now);
}

/** Waits for those who hold one. */
export async function listExpiredDevSessions(db: Db, now: Date): Promise<DevSession[]> {
  const query = db.selectFrom("dev_session").select(["id", "slice", "name"]).orderBy("id");
  return await query.where("expires_at", "<=", now).forUpdate().execute();
}

/** Makes it one that is over. Waits for those who hold it. */
export async function expireDevSession(db: Db, id: string, now: Date): Promise<void> {
  await db.updateTable("dev_session").set({ expires_at: now }).where("id", "=", id).execute();
}

/** Resolves to whether it was there, and not renewed meanwhile. */
export async function deleteDevSession(db: Db, id: string, now: Date): Promise<boolean> {
  const query = db.deleteFrom("dev_session").where("id", "=", id).where("expires_at", "<=", now);
  return (await query.returning("id").executeTakeFirst()) !== undefined;
}

/** The releases that were published in a session. */
export async function listWork(db: Db, id: string): Promise<{ slice: string; id: string }[]> {
  const query = db.selectFrom("release").select(["slice", "id"]);
  return await query.where(sql<boolean>`body ->> 'dev' = ${id}`).execute();
}
