import type { Page } from "@sliceway/subgraph-kit";
import { type Kysely, sql, type Transaction } from "kysely";
import type { Comment } from "../comment.ts";
import type { PageKey } from "../page-key.ts";
import { isUuid } from "./is-uuid.ts";
import type { Tables } from "./tables.ts";

/** Columns of a comment under the names of the domain. */
const commentColumns = [
  "id",
  "post_id as postId",
  "author_id as authorId",
  "text",
  "created_at as createdAt",
] as const;

export async function insertComments(tx: Transaction<Tables>, comments: Comment[]): Promise<void> {
  const rows = comments.map(({ id, postId, authorId, text, createdAt }) => ({
    id,
    post_id: postId,
    author_id: authorId,
    text,
    created_at: createdAt,
  }));
  await tx.insertInto("comment").values(rows).execute();
}

/** The comment, locked so that it can be deleted. */
export async function lockComment(tx: Transaction<Tables>, id: string): Promise<Comment | undefined> {
  if (!isUuid(id)) return undefined;
  return tx.selectFrom("comment").select(commentColumns).where("id", "=", id).forUpdate().executeTakeFirst();
}

export async function removeComment(tx: Transaction<Tables>, id: string): Promise<void> {
  await tx.deleteFrom("comment").where("id", "=", id).execute();
}

export async function listCommentsById(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Map<string, Comment>> {
  const valid = ids.filter(isUuid);
  if (valid.length === 0) return new Map();
  const comments = await db.selectFrom("comment").select(commentColumns).where("id", "in", valid).execute();
  return new Map(comments.map((comment) => [comment.id, comment]));
}

/** Of each post a page and one comment more, oldest first. */
export async function listComments(
  db: Kysely<Tables>,
  postIds: readonly string[],
  { first, after }: Page<PageKey>,
): Promise<Map<string, Comment[]>> {
  const newer = after ? sql`and (created_at, id) > (${after[0]}, ${after[1]})` : sql``;
  const { rows } = await sql<Comment>`
    select comment.id, comment.post_id as "postId", comment.author_id as "authorId", comment.text,
      comment.created_at as "createdAt"
    from unnest(${postIds}::uuid[]) as post (id)
    cross join lateral (
      select * from comment where post_id = post.id ${newer}
      order by created_at, id limit ${first + 1}
    ) as comment
    order by comment.created_at, comment.id
  `.execute(db);
  return Map.groupBy(rows, ({ postId }) => postId);
}

export async function countComments(
  db: Kysely<Tables>,
  postIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("comment")
    .select((comment) => ["post_id", comment.cast<number>(comment.fn.countAll(), "integer").as("count")])
    .where("post_id", "in", postIds)
    .groupBy("post_id")
    .execute();
  return new Map(rows.map(({ post_id, count }) => [post_id, count]));
}
