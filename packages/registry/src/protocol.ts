import {
  instanceSchema,
  problemSchema,
  releaseIdSchema,
  routingSchema,
  vectorIdSchema,
} from "@sliceway/manifest";
import { z } from "zod";

const instanceState = instanceSchema.shape.state;

/** A server that asks to be listed: `PUT /v1/leases`. */
export const leaseRequestSchema = z.strictObject({
  slice: z.string(),
  release: releaseIdSchema,
  instance: z.string().min(1).max(200),
  url: z.url(),
  state: instanceState,
});
export type LeaseRequest = z.infer<typeof leaseRequestSchema>;

export const heartbeatSchema = z.strictObject({
  epoch: z.number().int(),
  state: instanceState,
  /** Resident memory of the process; the registry asks pages of old releases to move when there is too much of it. */
  memoryBytes: z.number().int().positive().optional(),
});
export type Heartbeat = z.infer<typeof heartbeatSchema>;

/**
 * The lease ends `ttlMs` after now. `liveSince` is the routing revision that made this instance's release the live one
 * of its slice; null while it is not.
 */
export const renewedLeaseSchema = z.object({ ttlMs: z.number(), liveSince: z.number().int().nullable() });
export type RenewedLease = z.infer<typeof renewedLeaseSchema>;

export const openedLeaseSchema = renewedLeaseSchema.extend({ epoch: z.number().int() });
export type OpenedLease = z.infer<typeof openedLeaseSchema>;

/** What a gateway has: the routing revision it goes by, the vectors it can serve, and who still holds on to which. */
export const acknowledgmentSchema = z.strictObject({
  revision: z.number().int(),
  /** Vectors whose generation is built and warm. */
  vectors: z.array(vectorIdSchema),
  /** Vectors that could not be built, with the reason. */
  failed: z.record(vectorIdSchema, z.string()).default({}),
  /** Vector to the last sign of a page that was loaded at it (ISO 8601). */
  pins: z.record(vectorIdSchema, z.iso.datetime()).default({}),
});
export type Acknowledgment = z.input<typeof acknowledgmentSchema>;

export const migratedSchema = z.strictObject({ ok: z.boolean(), error: z.string().optional() });
export type MigrationReport = z.infer<typeof migratedSchema>;

export const failedSchema = z.strictObject({ error: z.string() });

export const vectorRequestSchema = z.strictObject({ releases: z.record(z.string(), releaseIdSchema) });
export const routingChangeSchema = z.strictObject({ revision: z.number().int(), live: vectorIdSchema });
export const deploymentRequestSchema = z.strictObject({ releases: z.array(z.string()).min(1) });
export const rollbackRequestSchema = z.strictObject({ slice: z.string() });

export const revocationRequestSchema = z.strictObject({ slice: z.string(), release: releaseIdSchema });

/** A public key as JSON Web Key: an Ed25519 key. */
const publicKeySchema = z.strictObject({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string(),
  kid: z.string().optional(),
  alg: z.string().optional(),
  use: z.string().optional(),
});
export type PublicKey = z.infer<typeof publicKeySchema>;
export const keyRequestSchema = z.strictObject({ jwk: publicKeySchema });
export const keySetSchema = z.object({ keys: z.array(publicKeySchema.extend({ kid: z.string() })) });
export type KeySet = z.infer<typeof keySetSchema>;

export const releaseListSchema = z.object({
  /** Newest first. */
  releases: z.array(z.object({ slice: z.string(), id: releaseIdSchema, publishedAt: z.string() })),
});
export type PublishedRelease = z.infer<typeof releaseListSchema>["releases"][number];

export const historySchema = z.object({
  /** Newest first. */
  history: z.array(routingSchema.extend({ at: z.string(), cause: z.string() })),
});
export type RoutingChange = z.infer<typeof historySchema>["history"][number];

/** Body of every answer that is not a success. */
export const errorBodySchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    fix: z.string(),
    problems: z.array(problemSchema).optional(),
  }),
  /** With `ROUTING_MOVED`: the routing as it is now. */
  current: routingSchema.optional(),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;
