export type { CreatedToken, DeployToken, RegisteredKey, TokenRequest } from "../access/access-schema.ts";
export type { Overview } from "../overview-schema.ts";
export type {
  Acknowledgment,
  AuditEntry,
  CanaryRequest,
  CheckReport,
  DeploymentManner,
  Heartbeat,
  KeySet,
  LeaseRequest,
  MigrationReport,
  OpenedLease,
  PreviewLink,
  PublicKey,
  PublishedRelease,
  RenewedLease,
  RoutingChange,
} from "../protocol.ts";
export type { RegistryClientOptions } from "./call-registry.ts";
export { createRegistryClient, type RegistryClient } from "./create-registry-client.ts";
export { RegistryError } from "./registry-error.ts";
export type { WatchOptions } from "./watch-registry.ts";
