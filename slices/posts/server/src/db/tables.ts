/** The slice's tables as Kysely sees them; migrations/ makes them. */
export interface Tables {
  post: { id: string; author_id: string; text: string; created_at: Date };
  post_like: { post_id: string; user_id: string; created_at: Date };
  comment: { id: string; post_id: string; author_id: string; text: string; created_at: Date };
}

/** Columns of a post under the names of the domain. */
export const postColumns = ["id", "author_id as authorId", "text", "created_at as createdAt"] as const;

/** Columns of a comment under the names of the domain. */
export const commentColumns = [
  "id",
  "post_id as postId",
  "author_id as authorId",
  "text",
  "created_at as createdAt",
] as const;
