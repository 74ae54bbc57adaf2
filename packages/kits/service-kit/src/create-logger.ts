import pino from "pino";
import { redact } from "./redact.ts";

/** Writes JSON lines; `child(bindings)` adds fields to each line. */
export type Logger = pino.Logger;

export interface LoggerOptions {
  /** Who writes: stands in each line as `name`. */
  name: string;
  /** trace, debug, info (default), warn, error, fatal or silent. */
  level?: string;
  /** More fields for each line. */
  base?: Record<string, unknown>;
  /** Where the lines go. Default: standard output, written before the call returns. */
  destination?: pino.DestinationStream;
}

/**
 * A logger of JSON lines: `{"level":"info","time":"2026-01-31T12:00:00.000Z","name":"posts",...,"msg":"ready"}`.
 * An error belongs under `err`. Secrets are hidden in the finished line, so at any depth and in stack traces too.
 */
export function createLogger({ name, level = "info", base, destination }: LoggerOptions): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: { name, ...base },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    hooks: { streamWrite: redact },
  };
  // Synchronous, which is not pino's default: a line is out before a crash, and lines keep their order at the end.
  return pino(options, destination ?? pino.destination({ fd: process.stdout.fd, sync: true }));
}
