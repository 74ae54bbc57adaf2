import colors from "picocolors";

/** What pino writes; everything else in a line is detail. */
interface Entry {
  level: number | string;
  time: number | string;
  msg?: string;
  err?: { message?: string };
  [detail: string]: unknown;
}

const LEVELS: Record<string, number> = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60 };

const HIDDEN = new Set(["level", "time", "msg", "name", "pid", "hostname", "err"]);

export interface RenderedLine {
  text: string;
  /** 30 is information, 40 a warning, 50 and more an error. */
  level: number;
}

/** A process's line for a terminal: `12:03:04 posts@3f9c2a  message  key=value`. A line that is not JSON stays as it is. */
export function renderLine(name: string, line: string): RenderedLine {
  const entry = parseEntry(line);
  const label = colors.cyan(shorten(name).padEnd(14));
  if (!entry) return { text: `${timeOf(Date.now())} ${label} ${line}`, level: 40 };
  const text = entry.err?.message ? `${entry.msg ?? ""}: ${entry.err.message}` : (entry.msg ?? "");
  const level = levelOf(entry.level);
  return { text: `${timeOf(entry.time)} ${label} ${colorOf(level)(text)}${details(entry)}`, level };
}

/** `posts@3f9c2a1b04de` becomes `posts@3f9c2a`: enough to tell releases apart. */
function shorten(name: string): string {
  return name.replace(/@([0-9a-f]{6})[0-9a-f]{6}$/, "@$1");
}

function parseEntry(line: string): Entry | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return undefined;
  }
}

function timeOf(time: number | string): string {
  return colors.dim(new Date(time).toTimeString().slice(0, 8));
}

function levelOf(level: number | string): number {
  return typeof level === "number" ? level : (LEVELS[level] ?? 30);
}

function colorOf(level: number): (text: string) => string {
  if (level >= 50) return colors.red;
  return level >= 40 ? colors.yellow : (text) => text;
}

function details(entry: Entry): string {
  const shown = Object.entries(entry).filter(([key, value]) => !HIDDEN.has(key) && typeof value !== "object");
  return shown.map(([key, value]) => colors.dim(`  ${key}=${value}`)).join("");
}
