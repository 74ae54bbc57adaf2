import { keyedLoader, type Page, pagedLoader, type RequestContext } from "@sliceway/subgraph-kit";
import type { PublishedEvents } from "./contract.events.ts";
import { countComments, listComments, listCommentsById } from "./db/comments.ts";
import { countLikes, noLikes } from "./db/likes.ts";
import { countPosts, listPosts, listPostsByAuthor } from "./db/posts.ts";
import type { Tables } from "./db/tables.ts";
import type { PageKey } from "./page-key.ts";

type Request = RequestContext<Tables, PublishedEvents>;

/** What a resolver or operation of posts is given. */
export interface Context extends Request {
  loaders: ReturnType<typeof createLoaders>;
}

export function createContext(request: Request): Context {
  return { ...request, loaders: createLoaders(request) };
}

/** Gathers what a request asks for many times: one query each, however many posts a page shows. */
function createLoaders({ db, viewer }: Request) {
  return {
    post: keyedLoader((ids) => listPosts(db, ids), null),
    postsByAuthor: pagedLoader((authorIds, page: Page<PageKey>) => listPostsByAuthor(db, authorIds, page)),
    postCount: keyedLoader((authorIds) => countPosts(db, authorIds), 0),
    likes: keyedLoader((postIds) => countLikes(db, postIds, viewer), noLikes),
    comment: keyedLoader((ids) => listCommentsById(db, ids), null),
    comments: pagedLoader((postIds, page: Page<PageKey>) => listComments(db, postIds, page)),
    commentCount: keyedLoader((postIds) => countComments(db, postIds), 0),
  };
}
