import type { Edits } from "@sliceway/dev-env";
import { addAfter } from "./edits.ts";

/** Makes a slice's server tell its release in the data: a field `servedBy<Slice>`, which the slice's UI asks for. */
export const marks: Record<string, Edits> = {
  posts: {
    "contract/schema.graphql": addAfter('type Post @key(fields: "id") {\n', "  servedByPosts: String\n"),
    "contract/fragments.graphql": addAfter("  viewerHasLiked\n", "  servedByPosts\n"),
    "web/src/components/LikeButton.graphql": addAfter("        viewerHasLiked\n", "        servedByPosts\n"),
    "web/src/components/CommentComposer.graphql": addAfter("      post {\n", "        servedByPosts\n"),
    "server/src/resolvers/Post.ts": tellRelease("Post", "servedByPosts"),
  },
  login: {
    "contract/schema.graphql": addAfter('type User @key(fields: "id") {\n', "  servedByLogin: String\n"),
    "contract/fragments.graphql": addAfter("  avatarUrl\n", "  servedByLogin\n"),
    "web/src/components/AccountMenu.graphql": addAfter("    avatarUrl\n", "    servedByLogin\n"),
    "web/src/components/ProfileHeader.graphql": addAfter("  avatarUrl\n", "  servedByLogin\n"),
    "server/src/resolvers/User.ts": tellRelease("User", "servedByLogin"),
  },
  friends: {
    "contract/schema.graphql": addAfter('type User @key(fields: "id") {\n', "  servedByFriends: String\n"),
    "contract/fragments.graphql": addAfter("  name\n", "  servedByFriends\n"),
    "server/src/resolvers/User.ts": tellRelease("User", "servedByFriends"),
  },
  feeds: {
    "contract/schema.graphql": addAfter("type Query {\n", "  servedByFeeds: String\n"),
    "web/src/pages/FeedPage.graphql": addAfter("query FeedPage($after: String) {\n", "  servedByFeeds\n"),
    "server/src/resolvers/Query.ts": tellRelease("Query", "servedByFeeds"),
  },
};

/** A server knows its release by its environment, as it does for its lease. */
function tellRelease(type: string, field: string) {
  return addAfter(`export const ${type} = {\n`, `  ${field}: () => process.env.RELEASE,\n`);
}

/** Slice to the release that has answered, wherever it stands in `data`. */
export function readMarks(data: unknown, found: Map<string, string> = new Map()): Map<string, string> {
  if (Array.isArray(data)) for (const item of data) readMarks(item, found);
  else if (typeof data === "object" && data !== null) {
    for (const [name, value] of Object.entries(data)) {
      if (name.startsWith("servedBy") && typeof value === "string") note(found, name, value);
      else if (typeof value === "object") readMarks(value, found);
    }
  }
  return found;
}

/** Two releases of one slice in one answer stand side by side, and so are no release of any vector. */
function note(found: Map<string, string>, field: string, release: string): void {
  const slice = field.slice("servedBy".length).toLowerCase();
  const known = found.get(slice);
  found.set(slice, known === undefined || known === release ? release : `${known} and ${release}`);
}
