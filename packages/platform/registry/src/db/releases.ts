import type { Release, ReleaseSignature } from "@sliceway/protocol";
import type { PublishedRelease } from "@sliceway/protocol/api";
import type { Db } from "./db.ts";
import { readBody } from "./read-body.ts";

type ReleaseKey = { slice: string; id: string };

export async function findRelease(db: Db, { slice, id }: ReleaseKey): Promise<Release | undefined> {
  const found = db.selectFrom("release").select("body").where("slice", "=", slice).where("id", "=", id);
  const row = await found.executeTakeFirst();
  return row && readBody("release", row);
}

export async function isPublished(db: Db, { slice, id }: ReleaseKey): Promise<boolean> {
  const found = db.selectFrom("release").select("id").where("slice", "=", slice).where("id", "=", id);
  return (await found.executeTakeFirst()) !== undefined;
}

export async function findPublishedAt(db: Db, { slice, id }: ReleaseKey): Promise<Date | undefined> {
  const found = db
    .selectFrom("release")
    .select("published_at")
    .where("slice", "=", slice)
    .where("id", "=", id);
  return (await found.executeTakeFirst())?.published_at;
}

export async function insertRelease(
  db: Db,
  release: Release,
  { at, by, signature }: { at: Date; by: string; signature: ReleaseSignature },
): Promise<void> {
  const { slice, id } = release;
  const origin = { published_at: at, published_by: by, signature: JSON.stringify(signature) };
  const row = { slice, id, body: JSON.stringify(release), ...origin };
  await db.insertInto("release").values(row).execute();
}

/** Newest first, 200 at most; of one slice or of all. */
export async function listReleases(db: Db, slice: string | undefined): Promise<PublishedRelease[]> {
  let query = db.selectFrom("release").select(["slice", "id", "published_at", "published_by", "signature"]);
  if (slice !== undefined) query = query.where("slice", "=", slice);
  const rows = await query.orderBy("published_at", "desc").orderBy("slice").limit(200).execute();
  return rows.map(({ slice, id, published_at, published_by, signature }) => ({
    slice,
    id,
    publishedAt: published_at.toISOString(),
    publishedBy: published_by,
    signature,
  }));
}
