import { Text } from "@sliceway/ui";
import { type FragmentType, Slot, useFragment } from "@sliceway/web-kit";
import { CommentItem_comment } from "./CommentItem.graphql.ts";
import { DeleteCommentButton } from "./DeleteCommentButton.tsx";
import "./CommentItem.css";
import { WrittenAt } from "./WrittenAt.tsx";

export function CommentItem({ comment: from }: { comment: FragmentType<typeof CommentItem_comment> }) {
  const { data: comment } = useFragment({ fragment: CommentItem_comment, from });
  if (!comment) return null;
  return (
    <li className="posts-comment">
      <header className="posts-card-header">
        <Slot name="person.byline" of={comment.author} />
        {comment.createdAt && <WrittenAt at={comment.createdAt} />}
      </header>
      <div className="posts-comment-body">
        <Text keepLines>{comment.text}</Text>
        {comment.viewerCanDelete && <DeleteCommentButton id={comment.id} />}
      </div>
    </li>
  );
}
