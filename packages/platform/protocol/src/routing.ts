import { z } from "zod";
import { formatSchema } from "./format.ts";
import { releaseIdSchema } from "./release.ts";
import { vectorIdSchema } from "./vector.ts";

/** How many buckets visitors are spread over: a hundredth of a percent each. */
export const VISITOR_BUCKETS = 10_000;

/** Buckets from `from` up to but without `to`. */
const bucketRange = z.strictObject({
  from: z.number().int().min(0),
  to: z.number().int().max(VISITOR_BUCKETS),
});
export type BucketRange = z.infer<typeof bucketRange>;

export const releaseRefSchema = z.string().regex(/^[a-z][a-z0-9-]*@[0-9a-f]{12}$/);

/** Releases that a part of the visitors get, while the others stay with what is live. */
const canarySchema = z.strictObject({
  /** Id of the deployment that it belongs to. */
  deployment: z.string(),
  /** `slice@id` of what differs from live. */
  releases: z.array(releaseRefSchema),
  vector: vectorIdSchema,
  /** Visitors whose bucket is in one of these. Those of several canaries never overlap. */
  ranges: z.array(bucketRange),
});
export type Canary = z.infer<typeof canarySchema>;

export const previewNameSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "a preview's name is 1 to 40 of a-z, 0-9 and -: pr-42");

/** Releases that only those see who carry a signed override of this name. */
const previewSchema = z.strictObject({
  releases: z.array(releaseRefSchema),
  vector: vectorIdSchema,
  /** Those of the releases that run on a database of their own: they bring migrations that live has not. */
  isolated: z.array(releaseRefSchema).default([]),
  /** The session of somebody who works on one of the releases: it ends with that. */
  dev: releaseIdSchema.optional(),
  /** ISO 8601. */
  until: z.string(),
});
export type Preview = z.infer<typeof previewSchema>;

/** The registry's one mutable value. Changes only by compare-and-set on `revision`. */
export const routingSchema = z.strictObject({
  /** 0 until the first vector goes live. */
  revision: z.number().int(),
  live: vectorIdSchema.nullable(),
  /** Slice to the vector that a rollback of this slice alone makes live, and until when its servers stay warm (ISO 8601). */
  rollback: z.record(z.string(), z.strictObject({ vector: vectorIdSchema, until: z.string() })),
  canaries: z.array(canarySchema),
  /** By name. */
  previews: z.record(z.string(), previewSchema),
  /** Old vector to the one whose API answers its pages: all their operations are valid there. */
  forwards: z.record(vectorIdSchema, vectorIdSchema),
  /** Old vectors whose pages are asked to reload, and until when they are still served (ISO 8601). */
  leaving: z.record(vectorIdSchema, z.string()),
  /** `slice@id` of releases that must not run any more. */
  revoked: z.array(releaseRefSchema),
});
export type Routing = z.infer<typeof routingSchema>;

/** The routing before anything was deployed. */
export const NO_ROUTING: Routing = {
  revision: 0,
  live: null,
  rollback: {},
  canaries: [],
  previews: {},
  forwards: {},
  leaving: {},
  revoked: [],
};

/** A running server of one release, as its lease shows it. */
export const instanceSchema = z.strictObject({
  id: z.string(),
  slice: z.string(),
  release: releaseIdSchema,
  /** `http://127.0.0.1:3010` */
  url: z.string(),
  epoch: z.number().int(),
  /** Ready instances take requests; draining ones finish what they have. */
  state: z.enum(["starting", "ready", "draining"]),
});
export type Instance = z.infer<typeof instanceSchema>;

/** How the id of an instance ends that works on a database of its own: nobody but previews may be served by it. */
export const ISOLATED = "-isolated";

export function isIsolated({ id }: Pick<Instance, "id">): boolean {
  return id.endsWith(ISOLATED);
}

/** What the registry's watch stream carries, whole each time. `cursor` grows with every change. */
export const registryStateSchema = z.strictObject({
  format: formatSchema,
  cursor: z.number().int(),
  routing: routingSchema,
  instances: z.array(instanceSchema),
  /** Releases whose servers should run now, `slice@id`, with the reason. */
  wanted: z.array(
    z.strictObject({
      slice: z.string(),
      release: releaseIdSchema,
      reason: z.string(),
      /** Its server gets a fresh database of its own, and an id that says so (`ISOLATED`). */
      isolated: z.boolean().optional(),
      /** Names the database of its own, which the next release of that name goes on with; else it is fresh. */
      database: z.string().optional(),
    }),
  ),
  /** Vectors that gateways should have warm: reachable, pinned, or about to go live. */
  vectors: z.array(vectorIdSchema),
  /** Deferred migrations (`contract/...`) that the runtime is to run now, and the release that has their files. */
  contractions: z
    .array(z.strictObject({ slice: z.string(), release: releaseIdSchema, migrations: z.array(z.string()) }))
    .optional(),
});
export type RegistryState = z.infer<typeof registryStateSchema>;
