import { ToggleButton } from "@sliceway/ui";
import { useMessages, useMutation, useViewer } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";
import { LikePost, UnlikePost } from "./LikeButton.graphql.ts";
import { usePostProblem } from "./usePostProblem.ts";

export interface LikeButtonProps {
  post: { id: string; likeCount: number | null; viewerHasLiked: boolean | null };
}

/** Turns at once; turns back and says why if the server does not agree. */
export function LikeButton({ post }: LikeButtonProps) {
  const t = useMessages(messages);
  const tell = usePostProblem();
  const viewer = useViewer();
  const [like, liking] = useMutation(LikePost);
  const [unlike, unliking] = useMutation(UnlikePost);
  const count = post.likeCount ?? 0;

  async function change(liked: boolean) {
    if (!viewer) return tell("NotLoggedIn");
    if (liking.loading || unliking.loading) return;
    const optimisticResponse = { result: optimistic(post.id, liked, count) };
    const mutate = liked ? like : unlike;
    const { data } = await mutate({ variables: { id: post.id }, optimisticResponse });
    if (data?.result.__typename !== "PostLikeChanged") tell(data?.result.__typename ?? "NoAnswer");
  }

  return (
    <ToggleButton
      icon="heart"
      selectedIcon="heart-filled"
      tone="like"
      label={t("like", { count })}
      isSelected={post.viewerHasLiked ?? false}
      onChange={(liked) => void change(liked)}
    >
      {count > 0 ? count : undefined}
    </ToggleButton>
  );
}

function optimistic(id: string, liked: boolean, count: number) {
  const likeCount = Math.max(0, count + (liked ? 1 : -1));
  const post = { __typename: "Post" as const, id, likeCount, viewerHasLiked: liked };
  return { __typename: "PostLikeChanged" as const, post };
}
