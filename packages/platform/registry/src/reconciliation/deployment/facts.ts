import type { Figures, Instance } from "@sliceway/protocol";

/** One of the releases that a deployment changes, as far as it has a server. */
export interface ChangedServer {
  slice: string;
  release: string;
  /** It has to migrate the database that all its releases share. */
  hasMigrations: boolean;
  /** It may work on a database of its own. */
  isolated: boolean;
}

/** What the runtime said of a release: its migrations ran (or did not), or it could not be started. */
export interface ReleaseReport {
  slice: string;
  release: string;
  kind: "migrated" | "failed";
  ok: boolean;
  error: string | null;
  at: Date;
}

/** What a gateway said last. Only gateways that were heard of lately count. */
export interface KnownGateway {
  id: string;
  revision: number;
  readonly vectors: readonly string[];
  failed: Record<string, string>;
}

/** How a canary stands. */
export interface CanaryFacts {
  /** What is live has all of its releases. */
  isLive: boolean;
  /** Why somebody ended it; null if nobody did. */
  endedBecause: string | null;
  /** Since it is compared at its present share with what is live at present. */
  elapsedMs: number;
  figures: Figures;
  /** In the same time, as far as the canary's slices are to blame. */
  liveFigures: Figures;
}

/** All that the next step of a deployment is decided by. */
export interface Facts {
  now: Date;
  readonly servers: readonly ChangedServer[];
  readonly reports: readonly ReleaseReport[];
  readonly instances: readonly Instance[];
  readonly gateways: readonly KnownGateway[];
  /** The routing revision by which the deployment's vector went live; null before. */
  shiftedRevision: number | null;
  /** Null for a deployment that is none. */
  canary: CanaryFacts | null;
}
