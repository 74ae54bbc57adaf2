import { answers } from "@sliceway/trial-kit";
import type { z } from "zod";
import type { Action, Occasion } from "./action.ts";
import { askTwice } from "./ask-twice.ts";
import type { Ledger } from "./ledger.ts";

/** The client waits at most so long before it cuts: some answers have come by then, others have not. */
const CUT_WITHIN_MS = 16;

/** How something new is written. */
interface Writing<T> {
  operation: string;
  question: (text: string, occasion: Occasion) => { input: object; expected: z.ZodType<T> };
  /** The id of what was written. */
  idOf: (answer: T) => string;
  /** Where the ledger keeps what clients were told. */
  book: (ledger: Ledger) => Map<string, string>;
}

const post: Writing<z.infer<typeof answers.createPost>> = {
  operation: "CreatePost",
  question: (text) => ({ input: { text }, expected: answers.createPost }),
  idOf: ({ createPost }) => createPost.post.id,
  book: ({ posts }) => posts,
};

const comment: Writing<z.infer<ReturnType<typeof answers.addComment>>> = {
  operation: "AddComment",
  question: (text, { posts, turn }) => {
    const postId = posts[turn % posts.length] ?? "";
    return { input: { postId, text }, expected: answers.addComment(postId) };
  },
  idOf: ({ addComment }) => addComment.comment.id,
  book: ({ comments }) => comments,
};

export const writePost = once(post);
export const writePostTwice = twice(post);
export const writeComment = once(comment);
export const writeCommentTwice = twice(comment);

function once<T>(writing: Writing<T>): Action {
  return {
    kind: "mutation",
    run: (occasion) =>
      write(writing, occasion, (question, key) => {
        const { operation, variables, expected } = question;
        return occasion.from.person.ask(operation, variables, expected, { key, fresh: occasion.fresh });
      }),
  };
}

/** Cut by the client, and sent again with the same key. */
function twice<T>(writing: Writing<T>): Action {
  return {
    kind: "repeated",
    run: (occasion) =>
      write(writing, occasion, (question, key) => {
        const { fresh, from } = occasion;
        return askTwice(from.person, question, { key, fresh, cutAfterMs: Math.random() * CUT_WITHIN_MS });
      }),
  };
}

type Question<T> = Parameters<typeof askTwice<T>>[1];

async function write<T>(
  { operation, question, idOf, book }: Writing<T>,
  occasion: Occasion,
  ask: (question: Question<T>, key: string) => Promise<T>,
): Promise<void> {
  const { ledger } = occasion;
  const text = ledger.newText();
  const key = ledger.newKey();
  const { input, expected } = question(text, occasion);
  const answer = await ask({ operation, variables: { input }, expected, idOf }, key);
  book(ledger).set(text, idOf(answer));
  ledger.keys.add(key);
}
