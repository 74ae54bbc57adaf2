import { useApolloClient, useMessages, useMutation } from "@sliceway/web-kit";
import { forget } from "../cache.ts";
import { messages } from "../messages/messages.ts";
import { DeleteButton } from "./DeleteButton.tsx";
import { DeletePost } from "./DeletePostButton.graphql.ts";
import { usePostProblem } from "./usePostProblem.ts";

export interface DeletePostButtonProps {
  id: string;
  /** Called before the post leaves the lists that show it. */
  onDeleted?: (id: string) => void;
}

export function DeletePostButton({ id, onDeleted }: DeletePostButtonProps) {
  const t = useMessages(messages);
  const tell = usePostProblem();
  const { cache } = useApolloClient();
  const [deletePost] = useMutation(DeletePost);

  async function remove() {
    const { data } = await deletePost({ variables: { id } });
    const result = data?.deletePost.__typename ?? "NoAnswer";
    // Whoever deletes what is gone already has what they wanted.
    if (result !== "PostDeleted" && result !== "NotFound") return tell(result);
    onDeleted?.(id);
    forget(cache, "Post", id);
  }

  return (
    <DeleteButton
      label={t("deletePost")}
      title={t("deletePostTitle")}
      text={t("deletePostText")}
      onDelete={remove}
    />
  );
}
