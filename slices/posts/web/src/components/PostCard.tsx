import { Card, Text } from "@sliceway/ui";
import { type FragmentType, Slot, useFragment, useMessages, usePagePath } from "@sliceway/web-kit";
import { PostCard_post } from "../contract.graphql.ts";
import { messages } from "../messages/messages.ts";
import { CommentsLink } from "./CommentsLink.tsx";
import { DeletePostButton } from "./DeletePostButton.tsx";
import { LikeButton } from "./LikeButton.tsx";
import "./PostCard.css";
import { PostAway } from "./PostAway.tsx";
import { WrittenAt } from "./WrittenAt.tsx";

export { PostCardSkeleton } from "./PostCard.skeleton.tsx";

export interface PostCardProps {
  of: FragmentType<typeof PostCard_post>;
  onDeleted?: (id: string) => void;
}

/** A post in a list or on its page. A post that was deleted meanwhile shows nothing. */
export function PostCard({ of, onDeleted }: PostCardProps) {
  const t = useMessages(messages);
  const { data: post } = useFragment({ fragment: PostCard_post, from: of });
  const page = usePagePath("posts.post", { id: post?.id ?? "" });
  if (!post) return null;
  if (post.text === null) return <PostAway />;
  return (
    <Card as="article" label={t("post")}>
      <div className="posts-card">
        <header className="posts-card-header">
          <Slot name="person.byline" of={post.author} />
          {post.createdAt && <WrittenAt at={post.createdAt} to={page} />}
        </header>
        <Text keepLines>{post.text}</Text>
        <footer className="posts-card-actions">
          <LikeButton post={post} />
          <CommentsLink postId={post.id} count={post.commentCount ?? 0} />
          {post.viewerCanDelete && <DeletePostButton id={post.id} onDeleted={onDeleted} />}
        </footer>
      </div>
    </Card>
  );
}
