import { z } from "zod";
import { releaseIdSchema } from "../release.ts";
import { routingSchema } from "../routing.ts";
import { vectorIdSchema } from "../vector.ts";

export const vectorRequestSchema = z.strictObject({ releases: z.record(z.string(), releaseIdSchema) });

export const routingChangeSchema = z.strictObject({ revision: z.number().int(), live: vectorIdSchema });

export const rollbackRequestSchema = z.strictObject({
  slice: z.string(),
  /** Ends the slice's canary if there is one, and leaves what is live alone. */
  only: z.literal("canary").optional(),
});

export type RollbackRequest = z.infer<typeof rollbackRequestSchema>;

export const revocationRequestSchema = z.strictObject({ slice: z.string(), release: releaseIdSchema });

export const historySchema = z.object({
  /** Newest first. */
  history: z.array(routingSchema.extend({ at: z.string(), cause: z.string() })),
});

export type RoutingChange = z.infer<typeof historySchema>["history"][number];
