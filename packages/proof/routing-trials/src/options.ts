import { parseArgs } from "node:util";
import { SlicewayError } from "@sliceway/errors";
import { z } from "zod";
import { errors } from "./errors.ts";

const flags = {
  seed: { type: "string" },
  commands: { type: "string" },
  only: { type: "string" },
  "no-shrink": { type: "boolean" },
  verbose: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

export const HELP = `Sends random commands to a registry and compares every state with a model. See packages/proof/routing-trials.

  npm run test:routing -- [options]

  --seed <n>       from which the commands follow (a new one each time)
  --commands <n>   (500)
  --only <list>    of these, only the commands of these numbers: 3,17,18
  --no-shrink      do not look for the shortest list that fails
  --verbose        a line for each group of commands
  -h, --help       this

Progress goes to standard error. The exit code is 0 if every state was equal, else 1.`;

const seed = z.coerce.number().int().min(0);

const schema = z.object({
  seed: seed.default(() => Math.floor(Math.random() * 1_000_000)),
  commands: z.coerce.number().int().min(1).max(100_000).default(500),
  only: z
    .string()
    .regex(/^\d+(,\d+)*$/, "numbers of commands: 3,17,18")
    .transform((text) => text.split(",").map(Number))
    .optional(),
  "no-shrink": z.boolean().default(false),
  verbose: z.boolean().default(false),
  help: z.boolean().default(false),
});

export type Options = z.infer<typeof schema>;

/** Reads `["--seed", "7"]`. Throws SlicewayError `OPTION_INVALID`. */
export function readOptions(argv: string[]): Options {
  try {
    return schema.parse(parseArgs({ args: argv, options: flags }).values);
  } catch (error) {
    throw new SlicewayError(errors.OPTION_INVALID(explain(error)), { cause: error });
  }
}

function explain(error: unknown): string {
  if (!(error instanceof z.ZodError)) return error instanceof Error ? error.message : String(error);
  return error.issues.map(({ path, message }) => `--${path.join(".")}: ${message}`).join("\n");
}
