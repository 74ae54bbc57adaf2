import { z } from "zod";
import {
  type CreatedToken,
  createdTokenSchema,
  type DeployToken,
  type RegisteredKey,
  registeredKeySchema,
  signingKeyListSchema,
  type TokenRequest,
  tokenListSchema,
  tokenSchema,
} from "../api/access.ts";
import type { Acknowledgment } from "../api/acknowledgment.ts";
import { type AuditEntry, auditSchema } from "../api/audit.ts";
import { type CheckReport, checkReportSchema } from "../api/check-report.ts";
import type { DeploymentManner } from "../api/deployment-request.ts";
import {
  type DevSessionRequest,
  type RenewedDevSession,
  renewedDevSessionSchema,
} from "../api/dev-session.ts";
import {
  type KeySet,
  keySetSchema,
  type PreviewLink,
  type PublicKey,
  previewLinkSchema,
} from "../api/keys.ts";
import {
  type Heartbeat,
  type LeaseRequest,
  type OpenedLease,
  openedLeaseSchema,
  type RenewedLease,
  renewedLeaseSchema,
} from "../api/lease.ts";
import { type Overview, overviewSchema } from "../api/overview.ts";
import { type PublishedRelease, releaseListSchema } from "../api/release-list.ts";
import type { MigrationReport } from "../api/release-report.ts";
import { historySchema, type RoutingChange } from "../api/routing-request.ts";
import { type Deployment, deploymentSchema } from "../deployment.ts";
import { type Release, releaseSchema } from "../release.ts";
import { type RegistryState, type Routing, routingSchema } from "../routing.ts";
import { printSignature, type ReleaseSignature } from "../signature.ts";
import { type Vector, vectorSchema } from "../vector.ts";
import { SIGNATURE_HEADER } from "../wire.ts";
import { callRegistry, type RegistryCall, type RegistryClientOptions } from "./call-registry.ts";
import { type WatchOptions, watchRegistry } from "./watch-registry.ts";

type ReleaseKey = { slice: string; id: string };

/**
 * Everything the registry can be asked. Each method throws RegistryError. Letters say the token needed: D a deploy token
 * of each slice that it is about, S the service token, A the administrator's, which may do everything.
 */
export interface RegistryClient {
  /** D. Before `publish`; `path` as in the release (`web/main.js`, `web/main.js.br`). 409 `RELEASE_COMMITTED`: nothing to upload. */
  putFile(release: ReleaseKey, path: string, bytes: Uint8Array | Blob): Promise<void>;
  /** D. The commit marker, after all files. The same content twice is a no-op. 422 with problems, 409 `RELEASE_DIFFERS`. */
  publish(release: Release, signature: ReleaseSignature): Promise<void>;
  getRelease(slice: string, id: string): Promise<Release>;
  /** Newest first; of one slice or of all. */
  listReleases(slice?: string): Promise<PublishedRelease[]>;
  /** S. Composes, links and validates; 422 `VECTOR_INVALID` with problems. */
  createVector(releases: Record<string, string>): Promise<Vector>;
  getVector(id: string): Promise<Vector>;
  getRouting(): Promise<Routing>;
  /** What happens now, for people to look at. */
  getOverview(): Promise<Overview>;
  /** Newest first, 100 at most. */
  listHistory(): Promise<RoutingChange[]>;
  /** A. Compare-and-set; 409 `ROUTING_MOVED` with `error.current`. */
  setRouting(change: { revision: number; live: string }): Promise<Routing>;
  /**
   * D. `releases` like `posts@3f9c2a1b04de`; they go live as one set, at once or as a canary. 409 `CANARY_RUNNING`: a
   * canary of the slice is under way; 422 `DEPLOYMENT_INVALID`.
   */
  createDeployment(releases: string[], manner?: DeploymentManner): Promise<Deployment>;
  /** D. What deploying these would come to; changes nothing. Published releases by name, others whole. */
  check(releases: (Release | string)[]): Promise<CheckReport>;
  /** D. Moves the slice's canary to its next step, or to `to` percent. 409 `NO_CANARY`, `CANARY_STAYS`. */
  promote(slice: string, to?: number): Promise<Deployment>;
  /** D. A signed override, good until the preview ends. 404 `PREVIEW_UNKNOWN`. */
  createPreviewLink(name: string): Promise<PreviewLink>;
  /** D. 404 `PREVIEW_UNKNOWN`. */
  endPreview(name: string): Promise<Routing>;
  /** D. Opens somebody's work on a slice, or keeps it open; to be said again in time. 409 `DEV_NAME_TAKEN`. */
  renewDev(name: string, session: DevSessionRequest): Promise<RenewedDevSession>;
  /** D. A file of the remote that somebody works on, by its path in `web/`. 410 `DEV_OVER`. */
  putDevFile(name: string, path: string, bytes: Uint8Array | Blob): Promise<void>;
  /** D. Ends somebody's work, with its preview and its files. */
  endDev(name: string, id: string): Promise<void>;
  /** Who changed what. Newest first, 200 at most. */
  listAudit(): Promise<AuditEntry[]>;
  getDeployment(id: string): Promise<Deployment>;
  /** D. Ends the slice's canary; without one makes its rollback vector live, unless `only` a canary is to end. 409 `NO_ROLLBACK`. */
  rollback(slice: string, only?: "canary"): Promise<Routing>;
  /** D. Bars a release for ever and moves the pages that hold on to it. */
  revoke(slice: string, release: string): Promise<Routing>;
  /** S. Takes over from an earlier holder of the same instance id. */
  openLease(request: LeaseRequest): Promise<OpenedLease>;
  /** S. 409 `FENCED` when the lease has ended or has a newer holder: open a new one. */
  renewLease(instance: string, heartbeat: Heartbeat, signal?: AbortSignal): Promise<RenewedLease>;
  /** S. Ending a lease that has ended already is no error. */
  closeLease(instance: string, epoch: number): Promise<void>;
  watch(signal: AbortSignal, options?: WatchOptions): AsyncIterable<RegistryState>;
  /** S. A gateway's word, each 2 s and on change. */
  acknowledge(gateway: string, acknowledgment: Acknowledgment): Promise<void>;
  /** S. */
  reportMigrated(slice: string, release: string, report: MigrationReport): Promise<void>;
  /** S. An instance of the release could not be started. */
  reportFailed(slice: string, release: string, error: string): Promise<void>;
  /** S. Publishes the public half of a gateway's signing key. */
  putKey(kid: string, jwk: PublicKey): Promise<void>;
  getKeys(): Promise<KeySet>;
  /** A. The token itself is in this answer and nowhere else. */
  createToken(request: TokenRequest): Promise<CreatedToken>;
  /** A. Newest first. */
  listTokens(): Promise<DeployToken[]>;
  /** A. By its id. 404 `TOKEN_ID_UNKNOWN`. */
  revokeToken(id: string): Promise<DeployToken>;
  /** A. Lets the holder of a key (`publicKey`: SPKI, as PEM or as base64 of its DER) sign releases of the slice. */
  addSigningKey(slice: string, publicKey: string): Promise<RegisteredKey>;
  /** Keys that releases may be signed with, and those that were. */
  listSigningKeys(): Promise<RegisteredKey[]>;
  /** A. For all slices. 403 `SIGNING_KEY_UNKNOWN`. */
  revokeSigningKey(id: string): Promise<RegisteredKey[]>;
}

const nothing = z.unknown().transform(() => undefined);

/** For what composes vectors or checks files. */
const SLOW_MS = 60_000;
/** For what is said again soon: a registry that hangs must not hold up the next beat for long. */
const BEAT_MS = 3_000;

/** A client of the registry's HTTP protocol. Opens nothing until asked. */
export function createRegistryClient(options: RegistryClientOptions): RegistryClient {
  const ask =
    (method: RegistryCall<unknown>["method"], timeoutMs?: number) =>
    <T>(path: string, answer: z.ZodType<T>, json?: unknown) =>
      callRegistry(options, {
        method,
        path,
        answer,
        ...(json !== undefined && { body: { json } }),
        timeoutMs,
      });
  const get = ask("GET");
  const put = ask("PUT");
  const post = ask("POST");
  const putBeat = ask("PUT", BEAT_MS);
  const putSlowly = ask("PUT", SLOW_MS);
  const postSlowly = ask("POST", SLOW_MS);
  return {
    putFile: ({ slice, id }, path, bytes) =>
      putFile(options, url`/v1/releases/${slice}/${id}/files/${path}`, bytes),
    publish: (release, signature) => publish(options, release, signature),
    getRelease: (slice, id) => get(url`/v1/releases/${slice}/${id}`, releaseSchema),
    listReleases: async (slice) =>
      (await get(slice ? url`/v1/releases?slice=${slice}` : "/v1/releases", releaseListSchema)).releases,
    createVector: (releases) => postSlowly("/v1/vectors", vectorSchema, { releases }),
    getVector: (id) => get(url`/v1/vectors/${id}`, vectorSchema),
    getRouting: () => get("/v1/routing", routingSchema),
    getOverview: () => ask("GET", BEAT_MS)("/v1/overview", overviewSchema),
    listHistory: async () => (await get("/v1/routing/history", historySchema)).history,
    setRouting: (change) => putSlowly("/v1/routing", routingSchema, change),
    createDeployment: (releases, manner) =>
      post("/v1/deployments", deploymentSchema, { releases, ...manner }),
    check: (releases) => postSlowly("/v1/checks", checkReportSchema, { releases }),
    promote: (slice, to) => postSlowly("/v1/promotions", deploymentSchema, { slice, to }),
    createPreviewLink: (name) => post(url`/v1/previews/${name}/links`, previewLinkSchema),
    endPreview: (name) => ask("DELETE")(url`/v1/previews/${name}`, routingSchema),
    renewDev: (name, session) => putBeat(url`/v1/dev/${name}`, renewedDevSessionSchema, session),
    putDevFile: (name, path, bytes) => putFile(options, url`/v1/dev/${name}/files/${path}`, bytes),
    endDev: (name, id) => ask("DELETE")(url`/v1/dev/${name}?id=${id}`, nothing),
    listAudit: async () => (await get("/v1/audit", auditSchema)).entries,
    getDeployment: (id) => get(url`/v1/deployments/${id}`, deploymentSchema),
    rollback: (slice, only) => postSlowly("/v1/rollbacks", routingSchema, { slice, ...(only && { only }) }),
    revoke: (slice, release) => post("/v1/revocations", routingSchema, { slice, release }),
    openLease: (request) => ask("POST", BEAT_MS)("/v1/leases", openedLeaseSchema, request),
    renewLease: (instance, heartbeat, signal) =>
      callRegistry(options, {
        method: "PUT",
        path: url`/v1/leases/${instance}`,
        answer: renewedLeaseSchema,
        body: { json: heartbeat },
        timeoutMs: BEAT_MS + (heartbeat.waitMs ?? 0),
        signal,
      }),
    closeLease: (instance, epoch) => ask("DELETE")(url`/v1/leases/${instance}?epoch=${epoch}`, nothing),
    watch: (signal, watchOptions) => watchRegistry(options, signal, watchOptions),
    acknowledge: (gateway, acknowledgment) => putBeat(url`/v1/gateways/${gateway}`, nothing, acknowledgment),
    reportMigrated: (slice, release, report) => put(url`/v1/migrated/${slice}/${release}`, nothing, report),
    reportFailed: (slice, release, error) => put(url`/v1/failed/${slice}/${release}`, nothing, { error }),
    putKey: (kid, jwk) => put(url`/v1/keys/${kid}`, nothing, { jwk }),
    getKeys: () => get("/v1/keys", keySetSchema),
    createToken: (request) => post("/v1/tokens", createdTokenSchema, request),
    listTokens: async () => (await get("/v1/tokens", tokenListSchema)).tokens,
    revokeToken: (id) => ask("DELETE")(url`/v1/tokens/${id}`, tokenSchema),
    addSigningKey: (slice, publicKey) => post("/v1/signing-keys", registeredKeySchema, { slice, publicKey }),
    listSigningKeys: async () => (await get("/v1/signing-keys", signingKeyListSchema)).keys,
    revokeSigningKey: async (id) =>
      (await ask("DELETE")(url`/v1/signing-keys/${id}`, signingKeyListSchema)).keys,
  };
}

function putFile(options: RegistryClientOptions, path: string, bytes: Uint8Array | Blob): Promise<void> {
  return callRegistry(options, {
    method: "PUT",
    path,
    body: { bytes },
    answer: nothing,
    timeoutMs: 2 * SLOW_MS,
  });
}

function publish(
  options: RegistryClientOptions,
  release: Release,
  signature: ReleaseSignature,
): Promise<void> {
  return callRegistry(options, {
    method: "PUT",
    path: url`/v1/releases/${release.slice}/${release.id}`,
    headers: { [SIGNATURE_HEADER]: printSignature(signature) },
    body: { json: release },
    answer: nothing,
    timeoutMs: SLOW_MS,
  });
}

/** Writes values into a path, percent-encoded; slashes within a value stay. */
function url(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  const encode = (value: string | number) => String(value).split("/").map(encodeURIComponent).join("/");
  return String.raw({ raw: parts }, ...values.map(encode));
}
