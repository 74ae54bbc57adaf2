import picocolors from "picocolors";
import type { LogEntry } from "./parse-line.ts";

const NAME_WIDTH = 14;

/** An entry for a terminal: `12:03:04 posts@3f9c2a  message  key=value`, in local time. */
export function renderEntry(name: string, entry: LogEntry, colors = false): string {
  const paint = picocolors.createColors(colors);
  const tones: Record<string, (text: string) => string> = {
    warn: paint.yellow,
    error: paint.red,
    fatal: paint.red,
  };
  const tone = tones[entry.level] ?? ((text: string) => text);
  const parts = [
    `${paint.dim(clock(entry.time))} ${paint.cyan(shortName(name).padEnd(NAME_WIDTH))}`,
    tone(wordOf(entry)),
    paint.dim(details(entry.fields)),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** `posts@3f9c2a1b04de` becomes `posts@3f9c2a`: enough to tell releases apart. */
function shortName(name: string): string {
  return name.replace(/@([0-9a-f]{6})[0-9a-f]{6}$/, "@$1");
}

function wordOf({ message, error }: LogEntry): string {
  if (!error || error.message === message) return message;
  return message ? `${message}: ${error.message}` : error.message;
}

function clock(time: string): string {
  return new Date(time).toTimeString().slice(0, 8);
}

function details(fields: Record<string, unknown>): string {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return known.map(([key, value]) => ` ${key}=${textOf(value)}`).join("");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
