/** A post and a person who likes it, or does not, one request after the other. */
export interface LikePair {
  postId: string;
  userId: string;
  /** How many steps were taken. */
  steps: number;
  /** The key of the like that comes to be repeated. */
  key: string;
}

/** Hands out each pair to one request at a time: else nobody could say what the outcome has to be. */
export class LikePairs {
  readonly #free = new Map<string, LikePair[]>();

  constructor(postIds: readonly string[], userIds: readonly string[]) {
    for (const userId of userIds) {
      this.#free.set(
        userId,
        postIds.map((postId) => ({ postId, userId, steps: 0, key: "" })),
      );
    }
  }

  /** Undefined if all of this person's are in use. */
  take(userId: string): LikePair | undefined {
    return this.#free.get(userId)?.shift();
  }

  giveBack(pair: LikePair): void {
    this.#free.get(pair.userId)?.push(pair);
  }
}
