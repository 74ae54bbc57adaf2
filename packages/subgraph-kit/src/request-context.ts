import type { SliceService } from "./slice-definition.ts";

/** Opens or closes the session of the browser that asked. Only in mutations of the identity slice; throws elsewhere. */
export interface SessionControl {
  /** The session that this request was made with (claim `sid`); null without one. */
  readonly id: string | null;
  open(token: string, maxAgeSeconds: number): void;
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
  /** Key under which a mutation is applied once, if the client sent one. */
  idempotencyKey: string | null;
  /** Aborted when the request's deadline has passed. */
  signal: AbortSignal;
}
