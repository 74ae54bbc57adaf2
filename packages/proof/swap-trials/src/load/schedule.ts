import type { Action } from "./action.ts";
import { interleave } from "./interleave.ts";
import { likeInTurn } from "./like-in-turn.ts";
import { loadFile, loadPage, readFeed, readOwnName, readPost, readPostsOf, readProfile } from "./queries.ts";
import { writeComment, writeCommentTwice, writePost, writePostTwice } from "./writing.ts";

/**
 * What is sent, over and over: of forty requests two are pages, twenty files, twelve queries and six mutations, of which
 * two are cut by the client and repeated. A session in a browser (the feed, a post, a like, a comment, friends, a profile,
 * the search, all of it for the first time) is one page, 25 files, ten queries and three mutations.
 */
export const schedule: readonly Action[] = interleave<Action>([
  [loadPage, 2],
  [loadFile, 20],
  [readOwnName, 4],
  [readPost, 3],
  [readFeed, 2],
  [readProfile, 2],
  [readPostsOf, 1],
  [likeInTurn, 2],
  [writePost, 1],
  [writeComment, 1],
  [writePostTwice, 1],
  [writeCommentTwice, 1],
]);
