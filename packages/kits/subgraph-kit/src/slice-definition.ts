import type { Downcasts, Reactions, SchemasOf } from "@sliceway/events";
import type { RequestContext } from "./request-context.ts";
import type { Resolvers } from "./resolvers.ts";
import type { SliceService } from "./slice-service.ts";

/** Who holds a session, as the identity slice says to the gateway. */
export interface SessionClaims {
  /** Names the session without opening it; comes back as claim `sid` of the gateway's token and as `session.id`. */
  sessionId: string;
  userId: string;
  handle: string;
  /** May use the explorer and ad-hoc queries. */
  developer: boolean;
}

export interface Identity {
  /** The claims of an open session, or null if the token opens nothing. */
  resolve(token: string): Promise<SessionClaims | null>;
  /** Gives a stored session a new token in place of the last, and the only copy of it; null if the session has ended. */
  issueToken(sessionId: string): Promise<{ token: string; maxAgeSeconds: number } | null>;
}

/** A slice's server: everything that differs from slice to slice. */
export interface SliceDefinition<
  DB,
  Events = Record<never, never>,
  Context extends RequestContext<DB, Events> = RequestContext<DB, Events>,
> {
  resolvers: Resolvers<Context>;
  /** Runs once per request; the place for data loaders. */
  createContext(request: RequestContext<DB, Events>): Context;
  /** Schemas of the events that the slice publishes, as generated from its contract. Without it, it publishes none. */
  publishes?: SchemasOf<Events>;
  /** Only while the contract has an event in several versions: how the older are made from the newest. */
  downcasts?: Downcasts<Events>;
  /** Event type to effect. They run only while this release is live. */
  reactions?: Reactions<DB>;
  /** Only for the slice that signs people in (`"provides": ["identity"]`). */
  identity?: (service: SliceService<DB, Events>) => Identity;
  /**
   * The mutations that open or close the browser's session. Their idempotency keys belong to the browser, whoever is
   * logged in: a repeat may come without the session that the first call has closed, or with the one it has opened.
   */
  sessionMutations?: readonly string[];
  /** Loads this slice's part of the demo network; does nothing if it is there already. */
  seed?: (service: SliceService<DB, Events>) => Promise<void>;
}
