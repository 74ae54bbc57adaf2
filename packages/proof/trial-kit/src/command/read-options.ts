import { parseArgs } from "node:util";
import { SlicewayError } from "@sliceway/errors";
import { z } from "zod";
import { errors } from "../errors.ts";

const common = z.object({ json: z.boolean().default(false), help: z.boolean().default(false) });

/**
 * Reads `["memory", "--runs", "3", "--json"]` by a schema whose keys are the options: those that are true or false take
 * no value, all others one. `--json` and `--help` (`-h`) are known to every command; `words` are what is no option, where there may be any.
 *
 * @param usage the command that says what there is: `npm run bench -- --help`
 * @throws SlicewayError `OPTION_INVALID`
 */
export function readOptions<Shape extends z.ZodRawShape>(
  argv: string[],
  schema: z.ZodObject<Shape>,
  { usage, words: allowPositionals = false }: { usage: string; words?: boolean },
): z.infer<z.ZodObject<Shape>> & z.infer<typeof common> & { words: string[] } {
  try {
    const options = {
      ...flagsOf(schema.shape),
      ...flagsOf(common.shape),
      help: { type: "boolean", short: "h" },
    } as const;
    const { positionals: words, values } = parseArgs({ args: argv, options, allowPositionals });
    return Object.assign(schema.parse(values), common.parse(values), { words });
  } catch (error) {
    throw new SlicewayError(errors.OPTION_INVALID(explain(error), { usage }));
  }
}

function flagsOf(shape: z.ZodRawShape): Record<string, { type: "boolean" | "string" }> {
  const flags = Object.entries(shape).map(([name, type]) => [
    name,
    { type: isSwitch(type) ? "boolean" : "string" },
  ]);
  return Object.fromEntries(flags);
}

function isSwitch(type: z.core.$ZodType): boolean {
  if (type instanceof z.ZodDefault || type instanceof z.ZodOptional) return isSwitch(type.unwrap());
  return type instanceof z.ZodBoolean;
}

function explain(error: unknown): string {
  if (error instanceof z.ZodError) {
    return error.issues.map(({ path, message }) => `--${path.join(".")}: ${message}`).join("\n");
  }
  return error instanceof Error ? error.message : String(error);
}
