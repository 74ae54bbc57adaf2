import { Card, linkClass } from "@sliceway/ui";
import { PageLink, useApolloClient, useMessages, useMutation, useViewer } from "@sliceway/web-kit";
import { appendComment } from "../cache.ts";
import { COMMENT_LIMIT } from "../limits.ts";
import { messages } from "../messages/messages.ts";
import { AddComment } from "./CommentComposer.graphql.ts";
import { Composer } from "./Composer.tsx";
import { useInputProblem } from "./useInputProblem.ts";

/** Answers a post; leads visitors to the log-in. */
export function CommentComposer({ postId }: { postId: string }) {
  const t = useMessages(messages);
  const viewer = useViewer();
  const { cache } = useApolloClient();
  const problemOf = useInputProblem(COMMENT_LIMIT);
  const [addComment] = useMutation(AddComment);
  if (!viewer) return <CommentInvitation />;

  async function send(text: string) {
    const { data } = await addComment({ variables: { input: { postId, text } } });
    if (data?.addComment.__typename !== "CommentAdded") return problemOf(data?.addComment);
    appendComment(cache, postId, data.addComment.comment.id);
    return null;
  }

  return (
    <Card>
      <Composer
        draftKey={`posts:comment:${postId}`}
        label={t("writeComment")}
        submitLabel={t("sendComment")}
        limit={COMMENT_LIMIT}
        rows={1}
        onSend={send}
      />
    </Card>
  );
}

function CommentInvitation() {
  const t = useMessages(messages);
  return (
    <PageLink className={linkClass()} to="login.logIn">
      {t("logInToComment")}
    </PageLink>
  );
}
