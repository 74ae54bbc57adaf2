/** One entry of a process's log. */
export interface LogEntry {
  level: string;
  /** ISO 8601. */
  time: string;
  message: string;
  /** The error that the entry reports, with its stack and whatever else it carries. */
  error?: { message: string };
  /** All other fields. */
  fields: Record<string, unknown>;
  /** It was no JSON: something that the process, or Node, printed. */
  raw: boolean;
}

/** Reads a JSON line as our processes write it; anything else becomes an entry of level `fallbackLevel`. */
export function parseLine(line: string, now: Date, fallbackLevel = "info"): LogEntry {
  const json = parseObject(line);
  if (!json) return { level: fallbackLevel, time: now.toISOString(), message: line, fields: {}, raw: true };
  const { level, time, msg, err, name: _name, pid: _pid, hostname: _hostname, ...fields } = json;
  return {
    level: typeof level === "string" ? level : "info",
    time: typeof time === "string" ? time : now.toISOString(),
    message: typeof msg === "string" ? msg : "",
    ...(isError(err) && { error: err }),
    fields,
    raw: false,
  };
}

function parseObject(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function isError(err: unknown): err is { message: string } {
  return typeof err === "object" && err !== null && "message" in err && typeof err.message === "string";
}
