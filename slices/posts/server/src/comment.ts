import type { Post } from "./post.ts";
import { decideText, type InvalidField } from "./text.ts";

export interface Comment {
  id: string;
  postId: string;
  authorId: string;
  text: string;
  createdAt: Date;
}

export const LONGEST_COMMENT = 500;

export type CommentDecision =
  | { kind: "accepted"; comment: Comment }
  | { kind: "rejected"; field: InvalidField };

/** What becomes of somebody's wish to comment on a post. */
export function decideComment(
  { text }: { text: string },
  { id, post, authorId, now }: { id: string; post: Post; authorId: string; now: Date },
): CommentDecision {
  const decision = decideText(text, LONGEST_COMMENT);
  if (decision.kind === "rejected") return decision;
  return {
    kind: "accepted",
    comment: { id, postId: post.id, authorId, text: decision.text, createdAt: now },
  };
}

/** Who wrote a comment may delete it, and so may who wrote the post that it stands under. */
export function mayDeleteComment(comment: Comment, post: Post, viewer: { id: string } | null): boolean {
  return viewer !== null && (comment.authorId === viewer.id || post.authorId === viewer.id);
}
