import { z } from "zod";
import { problemSchema } from "../deployment.ts";
import { routingSchema } from "../routing.ts";

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
