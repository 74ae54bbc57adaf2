import { showToast } from "@sliceway/ui";
import { SliceUnavailable, useMessages, useNavigate, usePageQuery } from "@sliceway/web-kit";
import { useState } from "react";
import { Comments } from "../components/Comments.tsx";
import { PostCard } from "../components/PostCard.tsx";
import { messages } from "../messages/messages.ts";
import { PostFrame } from "./PostFrame.tsx";
import { PostNotFound } from "./PostNotFound.tsx";
import { PostPage as PostPageDocument } from "./PostPage.graphql.ts";
import { PostPageSkeleton } from "./PostPage.skeleton.tsx";

export { PostPageSkeleton };

/** A post with its comments. */
export function PostPage() {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const { data, unavailable, fetchMore } = usePageQuery(PostPageDocument);
  const [leaving, setLeaving] = useState(false);

  function leave() {
    setLeaving(true);
    showToast({ text: t("postDeleted") });
    void navigate("/", { replace: true });
  }

  const { post } = data;
  if (leaving) return <PostPageSkeleton />;
  if (!post && unavailable.length === 0) return <PostNotFound />;
  return (
    <PostFrame>
      {post ? <PostCard of={post} onDeleted={leave} /> : <SliceUnavailable title={t("postAway")} />}
      {post?.comments && (
        <Comments postId={post.id} comments={post.comments} onMore={(after) => fetchMore({ after })} />
      )}
      {post && !post.comments && <SliceUnavailable title={t("commentsAway")} />}
    </PostFrame>
  );
}
