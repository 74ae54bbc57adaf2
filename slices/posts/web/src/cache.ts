import type { useApolloClient } from "@sliceway/web-kit";

export type Cache = ReturnType<typeof useApolloClient>["cache"];

/** Takes what was deleted out of every list that shows it. */
export function forget(cache: Cache, type: "Post" | "Comment", id: string): void {
  cache.evict({ id: cache.identify({ __typename: type, id }) });
}

/** Puts a new comment at the end of what is shown of its post's comments, wherever the list's own paging stands. */
export function appendComment(cache: Cache, postId: string, commentId: string): void {
  cache.modify<{ comments: { edges: object[] } | null }>({
    id: cache.identify({ __typename: "Post", id: postId }),
    fields: {
      comments(shown, { toReference }) {
        if (!shown || !("edges" in shown)) return shown;
        const node = toReference({ __typename: "Comment", id: commentId });
        const edge = { __typename: "CommentEdge", cursor: `own:${commentId}`, node };
        return { ...shown, edges: [...shown.edges, edge] };
      },
    },
  });
}
