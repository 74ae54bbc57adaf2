import type { LogEntry } from "../log/parse-line.ts";

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

const LONGEST = 600;

/** Why a process ended, in one line: what it said last of an error, or else its exit code. */
export function explainExit(exit: Exit, lastEntries: readonly LogEntry[]): string {
  const how = exit.signal ? `ended by ${exit.signal}` : `exit code ${exit.code}`;
  const word = findLogged(lastEntries) ?? findThrown(lastEntries) ?? findPrinted(lastEntries);
  return word ? `${word.slice(0, LONGEST)} (${how})` : how;
}

/** The last error it logged. */
function findLogged(entries: readonly LogEntry[]): string | undefined {
  const entry = entries.findLast(({ level, raw }) => !raw && (level === "fatal" || level === "error"));
  return entry && (entry.error?.message ?? entry.message);
}

/** The headline of an uncaught error, as Node prints it: `TypeError: x is not a function`. */
function findThrown(entries: readonly LogEntry[]): string | undefined {
  return printed(entries).findLast((line) => /^(\w*Error|\w*Exception)\b.*: ./.test(line));
}

/** Our own processes print what is wrong and what to do as two lines. */
function findPrinted(entries: readonly LogEntry[]): string | undefined {
  return printed(entries).slice(-2).join(" ") || undefined;
}

function printed(entries: readonly LogEntry[]): string[] {
  return entries
    .filter(({ raw }) => raw)
    .map(({ message }) => message.trim())
    .filter(Boolean);
}
