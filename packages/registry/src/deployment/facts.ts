import type { Instance } from "@sliceway/manifest";

/** One of the releases that a deployment changes, as far as it has a server. */
export interface ChangedServer {
  slice: string;
  release: string;
  hasMigrations: boolean;
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

/** All that the next step of a deployment is decided by. */
export interface Facts {
  now: Date;
  readonly servers: readonly ChangedServer[];
  readonly reports: readonly ReleaseReport[];
  readonly instances: readonly Instance[];
  readonly gateways: readonly KnownGateway[];
  /** The routing revision by which the deployment's vector went live; null before. */
  shiftedRevision: number | null;
}
