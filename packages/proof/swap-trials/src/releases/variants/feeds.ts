import { replace } from "../edits.ts";
import type { Variant } from "../variant.ts";

const slice = "feeds";

export const base: Variant = { slice, name: "base", fields: ["Query.timeline"], edits: {} };

export const reworded: Variant = {
  ...base,
  name: "says That was all",
  edits: { "web/src/messages/en.json": replace("You’ve seen it all", "That was all") },
};

export const renaming: Variant = {
  slice,
  name: "renames timeline",
  fields: ["Query.homeTimeline"],
  edits: {
    "contract/schema.graphql": replace("  timeline(", "  homeTimeline("),
    "server/src/resolvers/Query.ts": replace("  timeline: (", "  homeTimeline: ("),
    "web/src/pages/FeedPage.graphql": replace("  timeline(", "  timeline: homeTimeline("),
  },
};
