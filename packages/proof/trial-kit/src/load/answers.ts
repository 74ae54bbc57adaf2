import { z } from "zod";

// Most of these are made for one answer: to compile each would cost more than to walk it.
z.config({ jitless: true });

const deleted = z.object({ node: z.object({ text: z.null(), author: z.null() }) });

/**
 * A timeline hears of a deletion a moment later: until then such a post is empty. One whose slice is down is empty too,
 * but its answer has errors, and is refused for these.
 */
function withoutDeleted(edges: unknown): unknown {
  return Array.isArray(edges) ? edges.filter((edge) => !deleted.safeParse(edge).success) : edges;
}

/** What each operation has to bring. A field that is null where a slice was down is a failure here. */
const id = z.string();
const byline = z.object({ id, handle: z.string(), name: z.string() });
/** Some releases of a card do without the comments' number; none may get null for it. */
const card = z.object({
  id,
  text: z.string().min(1),
  likeCount: z.number(),
  viewerHasLiked: z.boolean(),
  commentCount: z.number().optional(),
  author: byline,
});
const cards = z.object({
  edges: z.preprocess(withoutDeleted, z.array(z.object({ node: card })).min(1)),
});

export const feedPage = z.object({ timeline: cards });
export const accountMenu = (viewerId: string) =>
  z.object({ viewer: z.object({ id: z.literal(viewerId), handle: z.string() }) });
export const profilePage = (userId: string) =>
  z.object({
    user: z.object({
      id: z.literal(userId),
      name: z.string(),
      postCount: z.number(),
      friendCount: z.number(),
    }),
  });
export const personPosts = (userId: string) =>
  z.object({ user: z.object({ id: z.literal(userId), posts: cards }) });
export const postPage = (postId: string) =>
  z.object({
    post: card.extend({
      id: z.literal(postId),
      comments: z.object({ edges: z.array(z.object({ node: z.object({ id, author: byline }) })) }),
    }),
  });

export const createPost = z.object({ createPost: z.object({ post: card }) });
export const deletePost = (postId: string) => z.object({ deletePost: z.object({ id: z.literal(postId) }) });
/** Of both likePost and unlikePost. Not who likes it now: somebody else's request may be under way. */
export const likeChanged = (postId: string) =>
  z.object({
    result: z.object({
      post: z.object({ id: z.literal(postId), likeCount: z.number(), viewerHasLiked: z.boolean() }),
    }),
  });
export const addComment = (postId: string) =>
  z.object({
    addComment: z.object({
      comment: z.object({ id, text: z.string().min(1), author: byline }),
      post: z.object({ id: z.literal(postId) }),
    }),
  });
export const deleteComment = (commentId: string) =>
  z.object({ deleteComment: z.object({ id: z.literal(commentId) }) });
