import { parseReleaseRef, releaseRef, type Vector } from "@sliceway/protocol";
import type { Db } from "./db.ts";
import { readBody } from "./read-body.ts";

/** A vector without its texts. */
export interface VectorOutline {
  /** Slice to release id. */
  releases: Record<string, string>;
  /** `slice@id` of those that have a server. */
  servers: string[];
  /** The session that releases of it belong to. */
  dev: string | null;
}

export async function findVector(db: Db, id: string): Promise<Vector | undefined> {
  const row = await db.selectFrom("vector").select("body").where("id", "=", id).executeTakeFirst();
  return row && readBody("vector", row);
}

export async function vectorExists(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom("vector").select("id").where("id", "=", id).executeTakeFirst();
  return row !== undefined;
}

/** Outlines by vector id; ids that are not stored are left out. */
export async function readOutlines(db: Db, ids: readonly string[]): Promise<Map<string, VectorOutline>> {
  if (ids.length === 0) return new Map();
  const query = db.selectFrom("vector").select(["id", "releases", "servers", "dev"]).where("id", "in", ids);
  return new Map((await query.execute()).map(({ id, ...outline }) => [id, outline]));
}

/** Whether the vector, if there is one, has all of these releases (`slice@id`). */
export async function holdsReleases(db: Db, id: string | null, refs: readonly string[]): Promise<boolean> {
  const outline = id === null ? undefined : (await readOutlines(db, [id])).get(id);
  return refs.map(parseReleaseRef).every((ref) => outline?.releases[ref.slice] === ref.id);
}

/** Storing a vector twice is no error: its id says what is in it. */
export async function insertVector(db: Db, vector: Vector): Promise<void> {
  const withServer = vector.slices.filter((slice) => slice.manifest.server);
  const row = {
    id: vector.id,
    releases: JSON.stringify(vector.releases),
    servers: JSON.stringify(withServer.map(({ slice, release }) => releaseRef({ slice, id: release }))),
    body: JSON.stringify(vector),
    created_at: new Date(vector.createdAt),
  };
  await db
    .insertInto("vector")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}
