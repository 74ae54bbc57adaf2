/** Events that posts publishes. The aggregate is the post; `subject` is the post's id. Times are ISO 8601, UTC. */
export interface PostsEvents {
  "posts.PostPublished.v1": { postId: string; authorId: string; publishedAt: string };
  "posts.PostDeleted.v1": { postId: string; authorId: string };
}
