import { addAfter, replace } from "../edits.ts";
import type { Variant } from "../variant.ts";

const slice = "friends";

export const base: Variant = { slice, name: "base", fields: ["Friendship.since"], edits: {} };

export const reworded: Variant = {
  ...base,
  name: "says No friends so far",
  edits: { "web/src/messages/en.json": replace("No friends yet", "No friends so far") },
};

export const adding: Variant = {
  slice,
  name: "adds isKnown",
  fields: ["Friendship.since", "User.isKnown"],
  edits: {
    "contract/schema.graphql": addAfter('type User @key(fields: "id") {\n', "  isKnown: Boolean\n"),
    "contract/fragments.graphql": addAfter("  name\n", "  isKnown\n"),
    "server/src/resolvers/User.ts": addAfter("export const User = {\n", "  isKnown: () => true,\n"),
  },
};

export const dropping: Variant = {
  slice,
  name: "drops since",
  fields: [],
  edits: {
    "contract/schema.graphql": replace('  "Since when, ISO 8601."\n  since: String\n', ""),
    "contract/fragments.graphql": replace("    since\n", ""),
  },
};
