import picocolors from "picocolors";
import type { LogEntry } from "./parse-line.ts";

const NAME_WIDTH = 14;

/** `12:03:04 posts@3f9c2a  message  key=value`: one line for a person, in local time. */
export function renderEntry(name: string, entry: LogEntry, colors = false): string {
  const paint = picocolors.createColors(colors);
  const tone =
    { warn: paint.yellow, error: paint.red, fatal: paint.red }[entry.level] ?? ((text: string) => text);
  const parts = [
    `${paint.dim(clock(entry.time))} ${paint.cyan(shortName(name).padEnd(NAME_WIDTH))}`,
    tone([mark(entry.level), entry.message].filter(Boolean).join(" ")),
    ...(entry.error && entry.error.message !== entry.message ? [tone(entry.error.message)] : []),
    ...(Object.keys(entry.fields).length > 0 ? [paint.dim(renderFields(entry.fields))] : []),
  ];
  return parts.join("  ").trimEnd();
}

/** `posts@3f9c2a1b04de` becomes `posts@3f9c2a`: enough to tell releases apart. */
export function shortName(name: string): string {
  return name.replace(/@([0-9a-f]{6})[0-9a-f]{6}\b/, "@$1");
}

function clock(time: string): string {
  const date = new Date(time);
  const parts = [date.getHours(), date.getMinutes(), date.getSeconds()];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

function mark(level: string): string {
  return ["warn", "error", "fatal"].includes(level) ? `${level}:` : "";
}

function renderFields(fields: Record<string, unknown>): string {
  const render = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => `${key}=${render(value)}`)
    .join(" ");
}
