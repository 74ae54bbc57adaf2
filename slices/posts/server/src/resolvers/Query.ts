import type { Context } from "../context.ts";

export const Query = {
  post: (_: unknown, { id }: { id: string }, { loaders }: Context) => loaders.post.load(id),
};
