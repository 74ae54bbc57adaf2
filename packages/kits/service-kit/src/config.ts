import { z } from "zod";
import { readSettings } from "./read-settings.ts";

const schema = z.object({
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

/** The one setting that every process has: `LOG_LEVEL`. */
export function readLogLevel(): string {
  return readSettings(schema, process.env).LOG_LEVEL;
}
