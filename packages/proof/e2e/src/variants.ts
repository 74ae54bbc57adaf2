import { buildVariant } from "@sliceway/dev-env";
import type { Release } from "@sliceway/protocol";

/** A release of posts whose like button has another word on it, and whose schema lacks a field that the present card reads. */
export function buildApplauseWithoutCommentCount(): Promise<Release> {
  return buildVariant("posts", {
    "contract/schema.graphql": (text) => text.replace("  commentCount: Int\n", ""),
    "contract/fragments.graphql": withoutCommentCount,
    "server/src/resolvers/Post.ts": (text) => text.replace(/ {2}commentCount: .*\n/, ""),
    "web/src/components/CommentComposer.graphql": withoutCommentCount,
    "web/src/components/DeleteCommentButton.graphql": withoutCommentCount,
    "web/src/components/PostCard.tsx": (text) => text.replace("post.commentCount ?? 0", "0"),
    "web/src/messages/en.json": sayApplaud,
  });
}

/** A release of posts whose server ends as soon as it starts. */
export function buildCrashing(): Promise<Release> {
  return buildVariant("posts", {
    "server/src/main.ts": (text) => `throw new Error("this release cannot start");\n${text}`,
  });
}

/** A release of posts whose like button has another word on it, and no other change. */
export function buildWithWord(word: string): Promise<Release> {
  const sayWord = (text: string) => text.replace("=0 {Like} one {Like", `=0 {${word}} one {${word}`);
  return buildVariant("posts", { "web/src/messages/en.json": sayWord });
}

/** A release of posts whose card throws as soon as it is loaded. */
export function buildThrowingAtStart(): Promise<Release> {
  return buildVariant("posts", {
    "web/src/components/PostCard.tsx": (text) => `${text}\nthrow new Error("this card cannot start");\n`,
  });
}

/** A release of posts whose card throws while it is drawn. */
export function buildThrowingCard(): Promise<Release> {
  return buildVariant("posts", {
    "web/src/components/PostCard.tsx": (text) =>
      text.replace(
        "if (!post) return null;",
        'if (post) throw new Error("this card cannot be drawn");\n  return null;',
      ),
  });
}

/** A release of the shell in which the first link has another name. */
export function buildOtherShell(): Promise<Release> {
  return buildVariant("shell", {
    "src/messages.ts": (text) => text.replace("Skip to content", "Skip to the content"),
  });
}

/** A release of the shell that throws while it draws its navigation. */
export function buildThrowingShell(): Promise<Release> {
  return buildVariant("shell", {
    "src/layout/Navigation.tsx": (text) =>
      text.replace("const t = useMessages(messages);", 'throw new Error("there is no navigation");'),
  });
}

function sayApplaud(text: string): string {
  return text.replace("=0 {Like} one {Like", "=0 {Applaud} one {Applaud");
}

function withoutCommentCount(text: string): string {
  return text.replace(/^ *commentCount\n/m, "");
}
