import { parseArgs } from "node:util";
import { SlicewayError } from "@sliceway/service-kit";
import { z } from "zod";

const flags = {
  swaps: { type: "string" },
  rollbacks: { type: "string" },
  rate: { type: "string" },
  period: { type: "string" },
  tabs: { type: "string" },
  budget: { type: "string" },
  "no-browser": { type: "boolean" },
  json: { type: "boolean" },
} as const;

const count = z.coerce.number().int().min(0).max(10_000);
const schema = z.object({
  /** Deployments. */
  swaps: count.min(1).default(100),
  rollbacks: count.default(25),
  /** Requests a second. */
  rate: count.min(1).default(200),
  /** Milliseconds from one swap to the next. */
  period: count.default(5000),
  /** Instead: so many deployments of one slice, with a tab left open at each. */
  tabs: count.optional(),
  /** Of these: megabytes for servers that run only because old pages hold on to their releases. */
  budget: count.default(600),
  "no-browser": z.boolean().default(false),
  json: z.boolean().default(false),
});

export type Options = z.infer<typeof schema>;

/** Reads `["--swaps", "10", "--json"]`. Throws SlicewayError `OPTION_INVALID`. */
export function readOptions(argv: string[]): Options {
  try {
    return schema.parse(parseArgs({ args: argv, options: flags }).values);
  } catch (error) {
    throw new SlicewayError("OPTION_INVALID", explain(error), "See docs/swap.md for what there is.");
  }
}

function explain(error: unknown): string {
  if (error instanceof z.ZodError) {
    return error.issues.map(({ path, message }) => `--${path.join(".")}: ${message}`).join("\n");
  }
  return error instanceof Error ? error.message : String(error);
}
