import { randomBytes } from "node:crypto";

/** What the clients of a trial were told of their mutations: the databases have to say the same. */
export class Ledger {
  /** Stands in every text of this trial. */
  readonly run: string = randomBytes(4).toString("hex");
  /** Text to the id that the client was given. */
  readonly posts = new Map<string, string>();
  readonly comments = new Map<string, string>();
  /** Post and person to whether they like it now. */
  readonly likes = new Map<string, { postId: string; userId: string; likes: boolean }>();
  /** The keys of all mutations that were answered. */
  readonly keys = new Set<string>();
  #texts = 0;

  /** A text that stands nowhere yet. */
  newText(): string {
    this.#texts += 1;
    return `Trial ${this.run}, number ${this.#texts}.`;
  }

  newKey(): string {
    return randomBytes(16).toString("hex");
  }

  noteLike(postId: string, userId: string, likes: boolean): void {
    this.likes.set(`${postId} ${userId}`, { postId, userId, likes });
  }
}
