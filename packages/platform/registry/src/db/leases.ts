import { type Instance, releaseRef } from "@sliceway/protocol";
import type { Heartbeat, LeaseRequest } from "@sliceway/protocol/api";
import { sql } from "kysely";
import type { Db } from "./db.ts";

/** Takes the lease over if somebody holds it; resolves to the new epoch, higher than every one before. */
export async function upsertLease(db: Db, request: LeaseRequest, expiresAt: Date): Promise<number> {
  const lease = { ...request, expires_at: expiresAt };
  const row = await db
    .insertInto("lease")
    .values(lease)
    .onConflict((conflict) =>
      conflict.column("instance").doUpdateSet({ ...lease, epoch: sql<string>`nextval('lease_epoch')` }),
    )
    .returning("epoch")
    .executeTakeFirstOrThrow();
  return Number(row.epoch);
}

/** Undefined if the lease has ended or has a newer holder. */
export async function extendLease(
  db: Db,
  instance: string,
  { epoch, state, memoryBytes }: Heartbeat,
  now: Date,
  expiresAt: Date,
) {
  return await db
    .updateTable("lease")
    .set({ state, expires_at: expiresAt, memory_bytes: memoryBytes ?? null })
    .where("instance", "=", instance)
    .where("epoch", "=", String(epoch))
    .where("expires_at", ">", now)
    .returning(["slice", "release"])
    .executeTakeFirst();
}

export async function deleteLease(db: Db, instance: string, epoch: number): Promise<void> {
  await db.deleteFrom("lease").where("instance", "=", instance).where("epoch", "=", String(epoch)).execute();
}

export async function deleteExpiredLeases(db: Db, now: Date): Promise<void> {
  await db.deleteFrom("lease").where("expires_at", "<=", now).execute();
}

export async function listInstances(db: Db, now: Date): Promise<Instance[]> {
  const query = db.selectFrom("lease").selectAll().where("expires_at", ">", now);
  const rows = await query.orderBy("slice").orderBy("instance").execute();
  return rows.map(({ instance, slice, release, url, epoch, state }) => ({
    id: instance,
    slice,
    release,
    url,
    epoch: Number(epoch),
    state,
  }));
}

/** Memory of a release's instances by `slice@id`, in bytes. Instances that do not report it count as nothing. */
export async function listMemory(db: Db, now: Date): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("lease")
    .select(["slice", "release", sql<string>`coalesce(sum(memory_bytes), 0)`.as("bytes")])
    .where("expires_at", ">", now)
    .groupBy(["slice", "release"])
    .execute();
  return new Map(
    rows.map(({ slice, release, bytes }) => [releaseRef({ slice, id: release }), Number(bytes)]),
  );
}
