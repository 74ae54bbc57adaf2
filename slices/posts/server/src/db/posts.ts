import type { Page } from "@sliceway/subgraph-kit";
import { type Kysely, sql, type Transaction } from "kysely";
import type { PageKey } from "../page-key.ts";
import type { Post } from "../post.ts";
import { isUuid } from "./is-uuid.ts";
import type { Tables } from "./tables.ts";

/** Columns of a post under the names of the domain. */
const postColumns = ["id", "author_id as authorId", "text", "created_at as createdAt"] as const;

export async function insertPosts(tx: Transaction<Tables>, posts: Post[]): Promise<void> {
  const rows = posts.map(({ id, authorId, text, createdAt }) => ({
    id,
    author_id: authorId,
    text,
    created_at: createdAt,
  }));
  await tx.insertInto("post").values(rows).execute();
}

/** The post, with a promise that nobody deletes it before this transaction ends. */
export async function holdPost(tx: Transaction<Tables>, id: string): Promise<Post | undefined> {
  if (!isUuid(id)) return undefined;
  return tx.selectFrom("post").select(postColumns).where("id", "=", id).forKeyShare().executeTakeFirst();
}

/** The post, locked so that it can be deleted. */
export async function lockPost(tx: Transaction<Tables>, id: string): Promise<Post | undefined> {
  if (!isUuid(id)) return undefined;
  return tx.selectFrom("post").select(postColumns).where("id", "=", id).forUpdate().executeTakeFirst();
}

/** With its likes and comments. */
export async function removePost(tx: Transaction<Tables>, id: string): Promise<void> {
  await tx.deleteFrom("post").where("id", "=", id).execute();
}

export async function listPosts(db: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, Post>> {
  const valid = ids.filter(isUuid);
  if (valid.length === 0) return new Map();
  const posts = await db.selectFrom("post").select(postColumns).where("id", "in", valid).execute();
  return new Map(posts.map((post) => [post.id, post]));
}

/** Of each author a page and one post more, newest first. */
export async function listPostsByAuthor(
  db: Kysely<Tables>,
  authorIds: readonly string[],
  { first, after }: Page<PageKey>,
): Promise<Map<string, Post[]>> {
  const older = after ? sql`and (created_at, id) < (${after[0]}, ${after[1]})` : sql``;
  const { rows } = await sql<Post>`
    select post.id, post.author_id as "authorId", post.text, post.created_at as "createdAt"
    from unnest(${authorIds}::text[]) as author (id)
    cross join lateral (
      select * from post where author_id = author.id ${older}
      order by created_at desc, id desc limit ${first + 1}
    ) as post
    order by post.created_at desc, post.id desc
  `.execute(db);
  return Map.groupBy(rows, ({ authorId }) => authorId);
}

export async function countPosts(
  db: Kysely<Tables>,
  authorIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("post")
    .select((post) => ["author_id", post.cast<number>(post.fn.countAll(), "integer").as("count")])
    .where("author_id", "in", authorIds)
    .groupBy("author_id")
    .execute();
  return new Map(rows.map(({ author_id, count }) => [author_id, count]));
}
