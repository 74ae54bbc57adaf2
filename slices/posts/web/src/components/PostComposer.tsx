import { Card } from "@sliceway/ui";
import { useMessages, useMutation, useViewer } from "@sliceway/web-kit";
import { POST_LIMIT } from "../limits.ts";
import { messages } from "../messages/messages.ts";
import { Composer } from "./Composer.tsx";
import { CreatePost, type CreatePostMutation } from "./PostComposer.graphql.ts";
import { useInputProblem } from "./useInputProblem.ts";

type PostedPost = Extract<CreatePostMutation["createPost"], { __typename: "PostCreated" }>["post"];

export interface PostComposerProps {
  /** The new post, ready for the `post.card` slot. */
  onPosted?: (post: PostedPost) => void;
}

/** Writes a post. Visitors do not see it. */
export function PostComposer({ onPosted }: PostComposerProps) {
  const t = useMessages(messages);
  const viewer = useViewer();
  const problemOf = useInputProblem(POST_LIMIT);
  const [createPost] = useMutation(CreatePost);
  if (!viewer) return null;

  async function send(text: string) {
    const { data } = await createPost({ variables: { input: { text } } });
    if (data?.createPost.__typename !== "PostCreated") return problemOf(data?.createPost);
    onPosted?.(data.createPost.post);
    return null;
  }

  return (
    <Card>
      <Composer
        draftKey="posts:new-post"
        label={t("write")}
        submitLabel={t("publish")}
        limit={POST_LIMIT}
        rows={2}
        onSend={send}
      />
    </Card>
  );
}
