import type { Transaction } from "kysely";
import type { SliceService } from "./slice-service.ts";

/** The session of the browser that asked. `open` and `close` throw outside of the slice's `sessionMutations`. */
export interface SessionControl {
  /** The session that this request was made with (claim `sid`); null without one. */
  readonly id: string | null;
  /**
   * Within a transaction, which stores the session too: hands it to the browser after the commit, and again after each
   * repeat, with a new token each time.
   */
  open(sessionId: string): void;
  /** Within a transaction: takes from the browser what it holds, after the commit and after each repeat. */
  close(): void;
}

/** What every resolver and operation is given. */
export interface RequestContext<DB, Events = Record<never, never>> extends SliceService<DB, Events> {
  /** Who is logged in; null for visitors. */
  viewer: { id: string } | null;
  /** Opaque id of the browser; stays the same across log-ins. */
  visitor: string;
  /** Holds a developer grant. */
  developer: boolean;
  session: SessionControl;
  /**
   * The one transaction of a mutation: what it gives is the mutation's result, plain data, and is stored with the
   * change. A repeat under the same idempotency key gets that result, and `work` does not run. Throws in queries.
   */
  transaction<Result>(work: (tx: Transaction<DB>) => Promise<Result>): Promise<Result>;
  /** Key under which a mutation is applied once, if the client sent one. */
  idempotencyKey: string | null;
  /** Aborted when the request's deadline has passed. */
  signal: AbortSignal;
}
