import { useApolloClient, useMessages, useMutation } from "@sliceway/web-kit";
import { forget } from "../cache.ts";
import { messages } from "../messages/messages.ts";
import { DeleteButton } from "./DeleteButton.tsx";
import { DeleteComment } from "./DeleteCommentButton.graphql.ts";
import { usePostProblem } from "./usePostProblem.ts";

export function DeleteCommentButton({ id }: { id: string }) {
  const t = useMessages(messages);
  const tell = usePostProblem();
  const { cache } = useApolloClient();
  const [deleteComment] = useMutation(DeleteComment);

  async function remove() {
    const { data } = await deleteComment({ variables: { id } });
    const result = data?.deleteComment.__typename ?? "NoAnswer";
    if (result !== "CommentDeleted" && result !== "NotFound") return tell(result);
    forget(cache, "Comment", id);
  }

  return (
    <DeleteButton
      label={t("deleteComment")}
      title={t("deleteCommentTitle")}
      text={t("deleteCommentText")}
      onDelete={remove}
    />
  );
}
