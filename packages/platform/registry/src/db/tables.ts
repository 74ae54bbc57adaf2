import type {
  Deployment,
  Instance,
  Release,
  ReleaseSignature,
  Routing,
  Traffic,
  Vector,
} from "@sliceway/protocol";
import type { PublicKey } from "@sliceway/protocol/api";
import type { ColumnType, Generated } from "kysely";
import type { PrivateKey } from "../preview/preview-key.ts";
import type { Comparison, SwapBaseline } from "../reconciliation/deployment/baselines.ts";

/** Read as a value, written as text: the driver would take an array for one of PostgreSQL's. */
type Json<T> = ColumnType<T, string, string>;

interface ReleaseTable {
  slice: string;
  id: string;
  body: Json<Release>;
  deferred: ColumnType<string[], never, never>;
  published_at: Date;
  published_by: string;
  signature: Json<ReleaseSignature>;
}

interface VectorTable {
  id: string;
  releases: Json<Record<string, string>>;
  servers: Json<string[]>;
  body: Json<Vector>;
  dev: ColumnType<string | null, never, never>;
  created_at: Date;
}

interface RoutingTable {
  format: Generated<number>;
  revision: number;
  live: string | null;
  rollback: Json<Routing["rollback"]>;
  canaries: Json<Routing["canaries"]>;
  previews: Json<Routing["previews"]>;
  forwards: Json<Routing["forwards"]>;
  leaving: Json<Routing["leaving"]>;
  revoked: Json<Routing["revoked"]>;
  cause: string;
  at: Date;
}

interface DeploymentTable {
  id: string;
  state: Deployment["state"];
  body: Json<Deployment>;
  base_revision: number | null;
  shifted_revision: number | null;
  comparison: Json<Comparison | null> | null;
  swap: Json<SwapBaseline | null> | null;
  retired: Generated<boolean>;
  created_at: Date;
}

interface CanaryEndTable {
  deployment: string;
  reason: string;
  at: Date;
}

interface TrafficTable {
  gateway: string;
  run: string;
  vector: string;
  counts: Json<Traffic>;
  seen_at: Date;
}

interface AuditTable {
  /** bigint: the driver gives text. */
  id: ColumnType<string, never, never>;
  at: Date;
  who: string;
  what: string;
  from: string | null;
  to: string | null;
  cause: string | null;
  revision: number | null;
  deployment: string | null;
}

interface DatabaseMigrationTable {
  slice: string;
  name: string;
  sha256: string;
  sql: string;
  release: string;
  state: "due" | "done" | "failed";
  error: string | null;
  at: Date;
}

interface ReleaseReportTable {
  slice: string;
  release: string;
  kind: "migrated" | "failed";
  ok: boolean;
  error: string | null;
  at: Date;
}

interface LeaseTable {
  instance: string;
  slice: string;
  release: string;
  url: string;
  /** bigint: the driver gives text. */
  epoch: Generated<string>;
  state: Instance["state"];
  expires_at: Date;
  /** bigint: the driver gives text. */
  memory_bytes: ColumnType<string | null, number | null | undefined, number | null>;
}

interface GatewayTable {
  id: string;
  revision: number;
  vectors: Json<string[]>;
  failed: Json<Record<string, string>>;
  pages: Json<Record<string, number>>;
  seen_at: Date;
}

interface PinTable {
  vector: string;
  until: Date;
}

interface DeployTokenTable {
  id: string;
  name: string;
  slices: Json<string[]>;
  digest: string;
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
}

interface SigningKeyTable {
  slice: string;
  id: string;
  public_key: string;
  created_at: Date;
  revoked_at: Date | null;
}

interface PreviewKeyTable {
  kid: string;
  jwk: Json<PrivateKey>;
  created_at: Date;
}

interface DevSessionTable {
  id: string;
  slice: string;
  name: string;
  expires_at: Date;
}

interface IsolatedReleaseTable {
  ref: string;
}

interface KeyTable {
  kid: string;
  jwk: Json<PublicKey>;
  created_at: Date;
}

interface ChangeTable {
  /** bigint: the driver gives text. */
  cursor: ColumnType<string, never, number>;
}

/** See migrations/registry. */
export interface Tables {
  release: ReleaseTable;
  vector: VectorTable;
  routing: RoutingTable;
  deployment: DeploymentTable;
  canary_end: CanaryEndTable;
  traffic: TrafficTable;
  audit: AuditTable;
  database_migration: DatabaseMigrationTable;
  release_report: ReleaseReportTable;
  lease: LeaseTable;
  gateway: GatewayTable;
  pin: PinTable;
  key: KeyTable;
  preview_key: PreviewKeyTable;
  deploy_token: DeployTokenTable;
  signing_key: SigningKeyTable;
  isolated_release: IsolatedReleaseTable;
  dev_session: DevSessionTable;
  change: ChangeTable;
}
