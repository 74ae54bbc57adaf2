import { addAfter, replace } from "../edits.ts";
import type { Variant } from "../variant.ts";

const slice = "login";

export const base: Variant = { slice, name: "base", fields: ["User.createdAt"], edits: {} };

export const reworded: Variant = {
  ...base,
  name: "says Change profile",
  edits: { "web/src/messages/en.json": replace("Edit profile", "Change profile") },
};

export const adding: Variant = {
  slice,
  name: "adds initial",
  fields: ["User.createdAt", "User.initial"],
  edits: {
    "contract/schema.graphql": addAfter('type User @key(fields: "id") {\n', "  initial: String\n"),
    "contract/fragments.graphql": addAfter("  handle\n", "  initial\n"),
    "server/src/resolvers/User.ts": addAfter(
      "export const User = {\n",
      "  initial: ({ name }: Account) => name.slice(0, 1),\n",
    ),
  },
};

export const dropping: Variant = {
  slice,
  name: "drops createdAt",
  fields: [],
  edits: {
    "contract/schema.graphql": replace('  "ISO 8601, UTC."\n  createdAt: String\n', ""),
    "server/src/resolvers/User.ts": replace(/ {2}createdAt: .*\n/g, ""),
    "web/src/components/ProfileHeader.graphql": replace("  createdAt\n", ""),
    "web/src/components/ProfileHeader.tsx": replace(
      "<ProfileFacts person={person} />",
      "<ProfileFacts person={{ ...person, createdAt: null }} />",
    ),
  },
};
