import { z } from "zod";
import { problemSchema } from "../deployment.ts";
import { releaseSchema } from "../release.ts";
import { vectorIdSchema } from "../vector.ts";

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
