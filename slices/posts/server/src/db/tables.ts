// Made by `sliceway generate-db` from server/migrations and slice.json. Do not edit: the next run writes it anew.

import type { ColumnType } from "kysely";

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface Comment {
  author_id: string;
  created_at: Timestamp;
  id: string;
  post_id: string;
  text: string;
}

export interface Post {
  author_id: string;
  created_at: Timestamp;
  id: string;
  text: string;
}

export interface PostLike {
  created_at: Timestamp;
  post_id: string;
  user_id: string;
}

export interface Tables {
  comment: Comment;
  post: Post;
  post_like: PostLike;
}
