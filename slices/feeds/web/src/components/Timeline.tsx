import { ErrorNotice, LoadMore, Skeleton, Stack, Text } from "@sliceway/ui";
import { Slot, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";
import type { FeedPageQuery } from "../pages/FeedPage.graphql.ts";
import { EmptyFeed } from "./EmptyFeed.tsx";
import { PostSkeleton } from "./PostSkeleton.tsx";
import "./Timeline.css";
import { useFreshTimeline } from "./useFreshTimeline.ts";
import { useOwnChanges } from "./useOwnChanges.ts";

export interface TimelineProps {
  timeline: NonNullable<FeedPageQuery["timeline"]>;
  /** Something of it could not be had; it is asked for again by itself. */
  incomplete: boolean;
  onMore: (after: string | null) => Promise<unknown>;
}

/** The composer and the posts below it; new posts appear by themselves. */
export function Timeline({ timeline, incomplete, onMore }: TimelineProps) {
  const t = useMessages(messages);
  const { posts, onPosted, onDeleted } = useOwnChanges(timeline);
  const { hasNextPage, endCursor } = timeline.pageInfo;
  useFreshTimeline();
  return (
    <Stack>
      <Slot name="post.composer" onPosted={onPosted} skeleton={<Skeleton shape="card" lines={2} />} />
      {incomplete && <ErrorNotice title={t("someAway")} text={t("someAwayText")} />}
      {posts.length === 0 && <EmptyFeed />}
      {posts.map((post) => (
        <Slot key={post.id} name="post.card" of={post} onDeleted={onDeleted} skeleton={<PostSkeleton />} />
      ))}
      {hasNextPage && <LoadMore auto={!incomplete} label={t("more")} onLoad={() => onMore(endCursor)} />}
      {!hasNextPage && posts.length > 10 && <TheEnd />}
    </Stack>
  );
}

function TheEnd() {
  const t = useMessages(messages);
  return (
    <div className="feeds-end">
      <Text size="small" tone="muted">
        {t("end")}
      </Text>
    </div>
  );
}
