import { Icon } from "@sliceway/ui";
import { PageLink, useMessages } from "@sliceway/web-kit";
import { messages } from "../messages/messages.ts";

export interface CommentsLinkProps {
  postId: string;
  count: number;
}

/** How many comments there are, and the way to them. */
export function CommentsLink({ postId, count }: CommentsLinkProps) {
  const t = useMessages(messages);
  return (
    <PageLink
      className="posts-comments-link"
      to="posts.post"
      params={{ id: postId }}
      aria-label={t("commentCount", { count })}
    >
      <Icon name="comment" />
      {count > 0 && count}
    </PageLink>
  );
}
