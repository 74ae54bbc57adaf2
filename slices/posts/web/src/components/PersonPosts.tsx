import { Card, EmptyState, LoadMore, Stack } from "@sliceway/ui";
import { SliceUnavailable, useMessages, useSuspenseQuery } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";
import { PersonPosts as PersonPostsDocument } from "./PersonPosts.graphql.ts";
import { PostCard } from "./PostCard.tsx";

export { PersonPostsSkeleton } from "./PersonPosts.skeleton.tsx";

/** What a person wrote, newest first. `handle` stands without @. */
export function PersonPosts({ handle }: { handle: string }) {
  const t = useMessages(messages);
  const { data, unavailable, fetchMore } = useSuspenseQuery(PersonPostsDocument, {
    variables: { handle },
    fetchPolicy: "cache-and-network",
  });
  const posts = data.user?.posts;
  if (!posts) return <SliceUnavailable title={t("postsAway")} />;
  const nodes = posts.edges.flatMap(({ node }) => node ?? []);
  if (nodes.length === 0) return <NoPosts handle={handle} />;
  const { hasNextPage, endCursor } = posts.pageInfo;
  return (
    <Stack>
      {nodes.map((post) => (
        <PostCard key={post.id} of={post} />
      ))}
      {hasNextPage && (
        <LoadMore
          auto={unavailable.length === 0}
          label={t("morePosts")}
          onLoad={() => fetchMore({ after: endCursor })}
        />
      )}
    </Stack>
  );
}

function NoPosts({ handle }: { handle: string }) {
  const t = useMessages(messages);
  return (
    <Card>
      <EmptyState icon="comment" title={t("noPosts")} text={t("noPostsText", { handle })} />
    </Card>
  );
}
