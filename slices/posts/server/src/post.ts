import { decideText, type InvalidField } from "./text.ts";

export interface Post {
  id: string;
  authorId: string;
  text: string;
  createdAt: Date;
}

export const LONGEST_POST = 1000;

export type PostDecision = { kind: "accepted"; post: Post } | { kind: "rejected"; field: InvalidField };

/** What becomes of somebody's wish to post a text. */
export function decidePost(
  { text }: { text: string },
  { id, authorId, now }: { id: string; authorId: string; now: Date },
): PostDecision {
  const decision = decideText(text, LONGEST_POST);
  if (decision.kind === "rejected") return decision;
  return { kind: "accepted", post: { id, authorId, text: decision.text, createdAt: now } };
}

/** Only who wrote a post may delete it. */
export function mayDeletePost(post: Post, viewer: { id: string } | null): boolean {
  return viewer !== null && post.authorId === viewer.id;
}
