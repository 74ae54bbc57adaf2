import {
  canaryPlanSchema,
  instanceSchema,
  previewNameSchema,
  problemSchema,
  releaseIdSchema,
  releaseSchema,
  releaseSignatureSchema,
  routingSchema,
  trafficSchema,
  vectorIdSchema,
} from "@sliceway/protocol";
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
  /** While the release is not live: waits so long for the moment at which it may be, before it answers. */
  waitMs: z.number().int().min(0).max(5_000).optional(),
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
  /** Vector to how many pages (tabs) have said that they hold on to it, each once. */
  pages: z.record(vectorIdSchema, z.number().int().positive()).default({}),
  /** What was counted at each vector since the gateway started; `run` names that start. */
  traffic: z.strictObject({ run: z.string(), vectors: z.record(vectorIdSchema, trafficSchema) }).optional(),
});
export type Acknowledgment = z.input<typeof acknowledgmentSchema>;

/** `PUT /v1/dev/:name`: somebody works on a slice, and shows it in the preview of that name. */
export const devSessionSchema = z.strictObject({ id: releaseIdSchema, slice: z.string() });
export type DevSessionRequest = z.infer<typeof devSessionSchema>;

/** It is over `ttlMs` after now. `isNew`: what it had before, if it had anything, is gone. */
export const renewedDevSessionSchema = z.object({ ttlMs: z.number(), isNew: z.boolean() });
export type RenewedDevSession = z.infer<typeof renewedDevSessionSchema>;

export const migratedSchema = z.strictObject({
  ok: z.boolean(),
  error: z.string().optional(),
  /** Deferred migrations that it is about; absent where it is about all the others of the release. */
  contracted: z.array(z.string()).min(1).optional(),
});
export type MigrationReport = z.infer<typeof migratedSchema>;

export const failedSchema = z.strictObject({ error: z.string() });

export const vectorRequestSchema = z.strictObject({ releases: z.record(z.string(), releaseIdSchema) });
export const routingChangeSchema = z.strictObject({ revision: z.number().int(), live: vectorIdSchema });
/** A preview is for looking at a change, not for working with it: four weeks. */
const MOST_HOURS = 28 * 24;

const canaryRequestSchema = canaryPlanSchema.extend({
  steps: canaryPlanSchema.shape.steps.refine(
    (steps) => steps.every((step, index) => index === 0 || step > (steps[index - 1] ?? 0)),
    "a canary's steps rise",
  ),
  stepMinutes: canaryPlanSchema.shape.stepMinutes.default(10),
  samples: canaryPlanSchema.shape.samples.default(100),
});
export type CanaryRequest = z.input<typeof canaryRequestSchema>;

const deploymentMannerSchema = z.strictObject({
  /** Lets ever more visitors have it, and rolls back by itself if it is worse than what is live. */
  canary: canaryRequestSchema.optional(),
  /** Only those see it who have a link; another preview of that name is replaced. */
  preview: z
    .strictObject({ name: previewNameSchema, hours: z.number().positive().max(MOST_HOURS).default(24) })
    .optional(),
});
/** How releases are to go live; at once if nothing is said. */
export type DeploymentManner = z.input<typeof deploymentMannerSchema>;

export const deploymentRequestSchema = deploymentMannerSchema
  .extend({ releases: z.array(z.string()).min(1) })
  .refine(({ canary, preview }) => !canary || !preview, "it is a canary or a preview, not both");
export type DeploymentRequest = z.output<typeof deploymentRequestSchema>;
export const promotionRequestSchema = z.strictObject({
  slice: z.string(),
  /** Percent of the visitors; the canary's next step if absent. */
  to: z.number().positive().max(100).optional(),
});

export const auditSchema = z.object({
  /** Newest first. */
  entries: z.array(
    z.strictObject({
      /** ISO 8601. */
      at: z.string(),
      /** Name of the token; `registry` for what happened by itself. */
      who: z.string(),
      /** `publish`, `deploy`, `live`, `canary`, `preview`, `revoke`, `old pages`, `token`, `key` */
      what: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      cause: z.string().nullable(),
      /** The routing revision that came of it. */
      revision: z.number().int().nullable(),
      deployment: z.string().nullable(),
      /** Of a deployment: how it goes or ended. */
      outcome: z.string().nullable(),
    }),
  ),
});
export type AuditEntry = z.infer<typeof auditSchema>["entries"][number];
export const rollbackRequestSchema = z.strictObject({
  slice: z.string(),
  /** Ends the slice's canary if there is one, and leaves what is live alone. */
  only: z.literal("canary").optional(),
});
export type RollbackRequest = z.infer<typeof rollbackRequestSchema>;

export const revocationRequestSchema = z.strictObject({ slice: z.string(), release: releaseIdSchema });

/** `POST /v1/checks`: releases that are to go live as one set, published ones by name, others whole. */
export const checkRequestSchema = z.strictObject({
  releases: z.array(z.union([z.string().regex(/^[a-z][a-z0-9-]*@[0-9a-f]{12}$/), releaseSchema])).min(1),
});

/** What deploying them would come to. */
export const checkReportSchema = z.strictObject({
  /** Whether a deployment would be let through now. */
  ok: z.boolean(),
  /** What they were checked against. */
  revision: z.number().int(),
  live: vectorIdSchema.nullable(),
  /** What would be live; null where a deployment would be refused. */
  vector: vectorIdSchema.nullable(),
  /** `slice@id` */
  releases: z.array(z.string()),
  /** Why it would be refused. */
  problems: z.array(problemSchema),
  /** What somebody should look at; refuses nothing. */
  warnings: z.array(problemSchema),
  /** What the databases have not had. */
  migrations: z.array(
    z.strictObject({
      slice: z.string(),
      name: z.string(),
      /** Runs by itself once the releases that it waits for have retired; not before the servers start. */
      deferred: z.boolean(),
      waitsFor: z.array(z.strictObject({ release: z.string(), why: z.string() })),
    }),
  ),
  /** Canaries that would give way, by their deployment. */
  canaries: z.strictObject({
    ended: z.array(z.strictObject({ deployment: z.string(), reason: z.string() })),
  }),
  rollback: z.strictObject({
    /** Slices that could go back alone afterwards. */
    kept: z.array(z.string()),
    /** Slices that could not any more, and what would not fit. */
    lost: z.array(z.strictObject({ slice: z.string(), problems: z.array(problemSchema) })),
  }),
});
export type CheckReport = z.infer<typeof checkReportSchema>;

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
/** `token`: the override, for the header or the link. */
export const previewLinkSchema = z.strictObject({ token: z.string(), until: z.string() });
export type PreviewLink = z.infer<typeof previewLinkSchema>;

export const keySetSchema = z.object({ keys: z.array(publicKeySchema.extend({ kid: z.string() })) });
export type KeySet = z.infer<typeof keySetSchema>;

export const releaseListSchema = z.object({
  /** Newest first. */
  releases: z.array(
    z.object({
      slice: z.string(),
      id: releaseIdSchema,
      publishedAt: z.string(),
      /** Name of the token. */
      publishedBy: z.string(),
      signature: releaseSignatureSchema,
    }),
  ),
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
