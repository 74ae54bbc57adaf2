import { z } from "zod";
import { canaryPlanSchema } from "../deployment.ts";
import { previewNameSchema } from "../routing.ts";

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
