import { z } from "zod";

/** Before an exchange is sent, or after its answer has come in and before the program knows of it. */
export type Side = "before" | "after";

const schema = z.object({
  /** Names that differ from run to run, and what stands for them in the names of exchanges. */
  names: z.record(z.string(), z.string()).default({}),
  /** Where this process is to die. */
  kill: z
    .object({ where: z.string(), side: z.enum(["before", "after"]), nth: z.number().int().positive() })
    .optional(),
});

/** What a trial asks of the process that it has started. */
export type Orders = z.infer<typeof schema>;

export const parseOrders = (json: string): Orders => schema.parse(JSON.parse(json));
