import { z } from "zod";
import { deploymentSchema } from "../deployment.ts";
import { releaseIdSchema } from "../release.ts";
import { releaseRefSchema } from "../routing.ts";
import { vectorIdSchema } from "../vector.ts";

const liveRelease = z.strictObject({
  slice: z.string(),
  release: releaseIdSchema,
  /** ISO 8601. */
  since: z.string(),
  /** Name of the token by which it was made live; `registry` for what happened by itself. */
  by: z.string(),
  cause: z.string(),
});

/** An old vector that pages still hold on to. */
const heldVector = z.strictObject({
  vector: vectorIdSchema,
  /** `slice@id` of those of its releases that are not live any more. */
  releases: z.array(releaseRefSchema),
  /** How many pages (tabs) have said so; some that hold on to it may not have said it yet. */
  pages: z.number().int(),
  /** When it is forgotten if no page gives a sign until then (ISO 8601). */
  until: z.string(),
  /** `kept`: on its own servers. `forwarded`: by the API of `by`. `leaving`: kept until `leavesAt`, and asked to reload. */
  served: z.enum(["kept", "forwarded", "leaving"]),
  by: vectorIdSchema.nullable(),
  leavesAt: z.string().nullable(),
});

/** A deferred migration of a live release that its database has not had. */
const contraction = z.strictObject({
  slice: z.string(),
  release: releaseIdSchema,
  /** `contract/0005_drop_title.sql` */
  name: z.string(),
  /** `due`: the runtime runs it now. `failed`: it was tried and undone. */
  state: z.enum(["waiting", "due", "failed"]),
  /** Releases (`slice@id`) that need what it takes away, and why they still run. */
  waitsFor: z.array(z.strictObject({ release: z.string(), why: z.string() })),
  error: z.string().nullable(),
});

/** What happens now, for people to look at. */
export const overviewSchema = z.strictObject({
  live: z.array(liveRelease),
  /** Those under way, oldest first. */
  deployments: z.array(deploymentSchema),
  /** The youngest of those that have ended. */
  lastDeployment: deploymentSchema.nullable(),
  /** Oldest first. */
  held: z.array(heldVector),
  contractions: z.array(contraction),
  /** Resident memory of servers that run for old pages alone, and how much of it there may be. */
  oldPagesMemory: z.strictObject({ usedBytes: z.number(), budgetBytes: z.number() }),
  /** Vector to what the gateways have counted at it so far: those that somebody is sent to, or holds on to. */
  traffic: z.record(vectorIdSchema, z.strictObject({ requests: z.number(), failed: z.number() })),
});
export type Overview = z.infer<typeof overviewSchema>;
