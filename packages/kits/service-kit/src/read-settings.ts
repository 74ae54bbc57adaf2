import { SlicewayError } from "@sliceway/errors";
import type { z } from "zod";
import { describeIssues } from "./describe-issues.ts";
import { errors } from "./errors.ts";

/**
 * Reads a process's settings from `env`. The schema's keys are the names of the variables; an empty variable counts
 * as absent. Throws `SETTING_INVALID`, which names every wrong setting and never repeats a value.
 */
export function readSettings<Schema extends z.ZodObject>(
  schema: Schema,
  env: NodeJS.ProcessEnv,
): z.output<Schema> {
  const given = Object.keys(schema.shape).flatMap((key) => (env[key] ? [[key, env[key]]] : []));
  const result = schema.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))];
  throw new SlicewayError(
    errors.SETTING_INVALID(
      `${names.length === 1 ? "A setting is" : `${names.length} settings are`} wrong: ${describeIssues(result.error).join("; ")}.`,
      { names: names.join(", ") },
    ),
  );
}
