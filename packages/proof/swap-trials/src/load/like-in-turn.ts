import { answers } from "@sliceway/trial-kit";
import type { Action, Occasion } from "./action.ts";
import type { LikePair } from "./like-pairs.ts";
import { readOwnName } from "./queries.ts";

const STEPS = ["like", "withdraw", "like again"] as const;

/** A like, its withdrawal, and the like's request once more, late: which must not bring it back. */
export const likeInTurn: Action = {
  kind: "mutation",
  run: async (occasion) => {
    const { likes, from } = occasion;
    const pair = likes.take(from.member.id);
    if (!pair) return readOwnName.run(occasion);
    try {
      await takeStep(pair, occasion);
      pair.steps += 1;
    } finally {
      likes.giveBack(pair);
    }
  },
};

async function takeStep(pair: LikePair, { ledger, from, fresh }: Occasion): Promise<void> {
  const { postId, userId } = pair;
  const step = STEPS[pair.steps % STEPS.length];
  const key = step === "like again" ? pair.key : ledger.newKey();
  const operation = step === "withdraw" ? "UnlikePost" : "LikePost";
  await from.person.ask(operation, { id: postId }, answers.likeChanged(postId), { key, fresh });
  if (step === "like") pair.key = key;
  ledger.keys.add(key);
  ledger.noteLike(postId, userId, step === "like");
}
