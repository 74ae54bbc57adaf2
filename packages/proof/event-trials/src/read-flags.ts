import { parseArgs } from "node:util";
import { SlicewayError } from "@sliceway/errors";
import { z } from "zod";

const flags = {
  transport: { type: "string" },
  point: { type: "string" },
  seed: { type: "string" },
  "outage-s": { type: "string" },
  short: { type: "boolean" },
  json: { type: "boolean" },
} as const;

const schema = z.object({
  transport: z.enum(["postgres", "rabbitmq", "both"]).default("both"),
  point: z.coerce.number().int().positive().optional(),
  seed: z.coerce.number().int().default(1),
  "outage-s": z.coerce.number().min(0).default(60),
  short: z.boolean().default(false),
  json: z.boolean().default(false),
});

export type Flags = z.infer<typeof schema>;

/** Throws SlicewayError `OPTION_INVALID`. */
export function readFlags(argv: string[]): Flags {
  try {
    return schema.parse(parseArgs({ args: argv, options: flags }).values);
  } catch (error) {
    const message = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new SlicewayError(
      "OPTION_INVALID",
      message,
      "See packages/proof/event-trials/README.md for what there is.",
    );
  }
}
