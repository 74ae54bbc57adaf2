import type { Action } from "./action.ts";
import { interleave } from "./interleave.ts";
import { likeInTurn } from "./like-in-turn.ts";
import { loadFile, loadPage, readFeed, readOwnName, readPost, readPostsOf, readProfile } from "./queries.ts";
import { writeComment, writeCommentTwice, writePost, writePostTwice } from "./writing.ts";

/**
 * What is sent, over and over: of forty requests two are pages, fourteen files, sixteen queries and eight mutations, of
 * which two are cut by the client and repeated.
 */
export const schedule: readonly Action[] = interleave<Action>([
  [loadPage, 2],
  [loadFile, 14],
  [readOwnName, 6],
  [readPost, 4],
  [readFeed, 2],
  [readProfile, 2],
  [readPostsOf, 2],
  [likeInTurn, 4],
  [writePost, 1],
  [writeComment, 1],
  [writePostTwice, 1],
  [writeCommentTwice, 1],
]);
