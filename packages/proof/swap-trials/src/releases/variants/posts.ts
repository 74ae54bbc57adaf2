import { addAfter, replace } from "../edits.ts";
import type { Variant } from "../variant.ts";

const slice = "posts";
const withoutCommentCount = replace(/^ *commentCount\n/gm, "");

/** The same with another word on the like button. */
export function reworded(word: string): Variant {
  const edits = { "web/src/messages/en.json": replace("=0 {Like} one {Like", `=0 {${word}} one {${word}`) };
  return { slice, name: `says ${word}`, fields: ["Post.commentCount"], edits };
}

export const base: Variant = { slice, name: "base", fields: ["Post.commentCount"], edits: {} };

export const adding: Variant = {
  slice,
  name: "adds wordCount",
  fields: ["Post.commentCount", "Post.wordCount"],
  edits: {
    "contract/schema.graphql": addAfter("  commentCount: Int\n", "  wordCount: Int\n"),
    "contract/fragments.graphql": addAfter("  commentCount\n", "  wordCount\n"),
    "server/src/resolvers/Post.ts": addAfter(
      "export const Post = {\n",
      '  wordCount: ({ text }: PostRow) => text.split(" ").length,\n',
    ),
  },
};

export const dropping: Variant = {
  slice,
  name: "drops commentCount",
  fields: [],
  edits: {
    "contract/schema.graphql": replace("  commentCount: Int\n", ""),
    "contract/fragments.graphql": withoutCommentCount,
    "server/src/resolvers/Post.ts": replace(/ {2}commentCount: .*\n/g, ""),
    "web/src/components/CommentComposer.graphql": withoutCommentCount,
    "web/src/components/DeleteCommentButton.graphql": withoutCommentCount,
    "web/src/components/PostCard.tsx": replace("post.commentCount ?? 0", "0"),
  },
};
