import { createLogger, type Logger } from "@sliceway/service-kit";

/** A line of a log. */
export interface LogLine {
  level: string;
  msg: string;
  [field: string]: unknown;
}

/** A logger whose lines can be looked at. */
export function recordLog(): { log: Logger; lines: LogLine[] } {
  const lines: LogLine[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
  return { log: createLogger({ name: "test", destination }), lines };
}
