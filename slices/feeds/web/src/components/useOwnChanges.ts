import { useState } from "react";
import type { FeedPageQuery } from "../pages/FeedPage.graphql.ts";
import { type OwnChanges, withOwnChanges } from "./own-changes.ts";

type TimelineConnection = NonNullable<FeedPageQuery["timeline"]>;
type Post = NonNullable<TimelineConnection["edges"][number]["node"]>;

/** The posts to show, and what the post slots report of the viewer's own doing. */
export function useOwnChanges(timeline: TimelineConnection) {
  const [changes, setChanges] = useState<OwnChanges<Post>>({ posted: [], deletedIds: [] });
  const nodes = timeline.edges.flatMap(({ node }) => node ?? []);
  return {
    posts: withOwnChanges(nodes, changes),
    onPosted: (post: Post) => setChanges((known) => ({ ...known, posted: [post, ...known.posted] })),
    onDeleted: (id: string) => setChanges((known) => ({ ...known, deletedIds: [...known.deletedIds, id] })),
  };
}
