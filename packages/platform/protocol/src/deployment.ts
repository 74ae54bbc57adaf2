import { z } from "zod";
import { formatSchema } from "./format.ts";
import { releaseIdSchema } from "./release.ts";
import { previewNameSchema } from "./routing.ts";
import { vectorIdSchema } from "./vector.ts";

const deploymentStep = z.strictObject({
  name: z.enum([
    "check",
    "migrate",
    "start",
    "ready",
    "warm",
    "canary",
    "preview",
    "shift",
    "drain",
    "retire",
  ]),
  state: z.enum(["waiting", "running", "done", "failed"]),
  startedAt: z.string().nullable(),
  ms: z.number().nullable(),
  detail: z.string().nullable(),
});

export const problemSchema = z.strictObject({
  code: z.string(),
  slice: z.string().nullable(),
  release: z.string().nullable(),
  operation: z.string().nullable(),
  file: z.string().nullable(),
  line: z.number().nullable(),
  message: z.string(),
  /** What to do about it. */
  fix: z.string(),
});
/** Why a vector cannot be made or a deployment cannot go on. */
export type Problem = z.infer<typeof problemSchema>;

/** How a canary grows. */
export const canaryPlanSchema = z.strictObject({
  /** Percent of the visitors, rising. After the last one below 100 it stays until it is promoted. */
  steps: z.array(z.number().min(0.01).max(100)).min(1),
  /** How long a step waits for `samples` requests. */
  stepMinutes: z.number().positive(),
  /** Requests at least before a step is judged. */
  samples: z.number().int().positive(),
});
export type CanaryPlan = z.infer<typeof canaryPlanSchema>;

/** What some visitors saw in a time. */
const figuresSchema = z.strictObject({
  requests: z.number().int(),
  /** Of these, failed by the fault of the canary's slices; crashed pages among them. */
  failed: z.number().int(),
  /** 95 of 100 operations took no longer; null if there were none. */
  p95Ms: z.number().nullable(),
});
export type Figures = z.infer<typeof figuresSchema>;

const canaryStageSchema = z.strictObject({
  percent: z.number(),
  startedAt: z.string(),
  /** Null while it lasts. */
  ms: z.number().nullable(),
  canary: figuresSchema,
  /** What is live, in the same time. */
  live: figuresSchema,
});
export type CanaryStage = z.infer<typeof canaryStageSchema>;

/** What happened to requests since the gateways were ready for one vector to take over from another. */
const swapReportSchema = z.strictObject({
  /** The vector is null if nothing was live before. */
  old: z.strictObject({ vector: vectorIdSchema.nullable(), requests: z.number(), failed: z.number() }),
  new: z.strictObject({ vector: vectorIdSchema, requests: z.number(), failed: z.number() }),
  /** Releases that were live before, `slice@id`. */
  replaced: z.array(z.string()),
  /** Vectors with one of them that pages still hold on to. */
  pinned: z.array(vectorIdSchema),
  /** How many pages (tabs) have said that they hold on to one of these. */
  pages: z.number().int().default(0),
});
export type SwapReport = z.infer<typeof swapReportSchema>;

export const deploymentSchema = z.strictObject({
  format: formatSchema,
  id: z.string(),
  /** Name of the token by which it was begun. */
  by: z.string().default("unknown"),
  /** `slice@id` of what changes. */
  releases: z.array(z.string()),
  /** Done: people have it. The step `retire` may still go on. */
  state: z.enum(["running", "done", "failed"]),
  vector: vectorIdSchema.nullable(),
  steps: z.array(deploymentStep),
  /** Null for one that goes live at once. */
  canary: canaryPlanSchema
    .extend({ stages: z.array(canaryStageSchema) })
    .nullable()
    .default(null),
  /** Null for one that goes live. */
  preview: z
    .strictObject({
      name: previewNameSchema,
      /** ISO 8601. */
      until: z.string(),
      /** Those of the releases that run on a database of their own. */
      isolated: z.array(z.string()),
      /** The session of somebody who works on one of them. */
      dev: releaseIdSchema.optional(),
    })
    .nullable()
    .default(null),
  /** Null until it has taken over. */
  report: swapReportSchema.nullable().default(null),
  problems: z.array(problemSchema),
  createdAt: z.string(),
});
export type Deployment = z.infer<typeof deploymentSchema>;
export type DeploymentStep = z.infer<typeof deploymentStep>;
