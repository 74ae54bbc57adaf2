import { z } from "zod";
import { trafficSchema } from "../traffic.ts";
import { vectorIdSchema } from "../vector.ts";

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
