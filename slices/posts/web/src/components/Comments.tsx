import { Card, Heading, LoadMore, Stack, Text } from "@sliceway/ui";
import { useMessages, useViewer } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";
import type { PostPageQuery } from "../pages/PostPage.graphql.ts";
import { CommentComposer } from "./CommentComposer.tsx";
import { CommentItem } from "./CommentItem.tsx";

type CommentConnection = NonNullable<NonNullable<PostPageQuery["post"]>["comments"]>;

export interface CommentsProps {
  postId: string;
  comments: CommentConnection;
  onMore: (after: string | null) => Promise<unknown>;
}

/** What people answered, oldest first, and the place to answer. */
export function Comments({ postId, comments: { edges, pageInfo }, onMore }: CommentsProps) {
  const t = useMessages(messages);
  const viewer = useViewer();
  return (
    <Stack as="section" gap={3} label={t("comments")}>
      <Heading level={2}>{t("comments")}</Heading>
      {edges.length === 0 && <Text tone="muted">{viewer ? t("noComments") : t("noCommentsVisitor")}</Text>}
      {edges.length > 0 && (
        <Card padding="none">
          <ul className="posts-comments-list">
            {edges.map(({ node }) => (
              <CommentItem key={node.id} comment={node} />
            ))}
          </ul>
        </Card>
      )}
      {pageInfo.hasNextPage && (
        <LoadMore label={t("moreComments")} onLoad={() => onMore(pageInfo.endCursor)} />
      )}
      <CommentComposer postId={postId} />
    </Stack>
  );
}
