import type { Kysely, Transaction } from "kysely";
import type { SessionControl } from "../request-context.ts";
import type { SessionChange } from "../session-change.ts";
import type { Call } from "./call.ts";
import { claimCall, type Outcome, storeOutcome } from "./outcomes.ts";

/** A mutation while its resolver runs. */
export class MutationRun<DB> {
  readonly #db: Kysely<DB>;
  readonly #call: Call | null;
  #outcome: Outcome | null = null;
  #session: SessionChange | null = null;

  /** `call` is null for a mutation without an idempotency key: then nothing is stored. */
  constructor(db: Kysely<DB>, call: Call | null) {
    this.#db = db;
    this.#call = call;
  }

  /** `context.transaction` of this mutation. May be called again after it has failed. */
  readonly transaction = async <Result>(work: (tx: Transaction<DB>) => Promise<Result>): Promise<Result> => {
    if (this.#outcome) throw new Error("A mutation has one transaction; this is a second one.");
    this.#outcome = await this.#db.transaction().execute((tx) => this.#apply(tx, work));
    return this.#outcome.result as Result;
  };

  /** `context.session` of this mutation, if it may change it. */
  sessionControl(id: string | null): SessionControl {
    return {
      id,
      open: (sessionId) => {
        this.#session = { kind: "open", sessionId };
      },
      close: () => {
        this.#session = { kind: "close" };
      },
    };
  }

  /** What it has come to when its resolver ends. */
  async end(resolved: unknown): Promise<Outcome> {
    const returned = await resolved;
    if (!this.#outcome) return { result: returned, session: this.#session };
    if (this.#outcome.result === returned) return this.#outcome;
    throw new Error("A mutation returns what its transaction gave: that is what a repeat gets.");
  }

  async #apply(tx: Transaction<DB>, work: (tx: Transaction<DB>) => Promise<unknown>): Promise<Outcome> {
    const earlier = this.#call && (await claimCall(tx, this.#call));
    if (earlier) return earlier;
    this.#session = null;
    const result = await work(tx);
    const outcome = { result, session: this.#session };
    if (this.#call) await storeOutcome(tx, this.#call, outcome);
    return outcome;
  }
}
