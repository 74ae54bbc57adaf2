import { type OnEntry, renderEntry } from "@sliceway/runtime";
import type { Io } from "../io.ts";

const ORDER = ["trace", "debug", "info", "warn", "error", "fatal"];

export interface TerminalLog {
  write: OnEntry;
  /** From now on everything of the configured level is shown; until then only what needs attention. */
  showAll(): void;
}

/** The log of all processes on the terminal. While the platform starts, its own steps tell what goes on. */
export function createTerminalLog(io: Io, level: string): TerminalLog {
  let least = "error";
  return {
    write: (name, entry) => {
      if (ORDER.indexOf(entry.level) < ORDER.indexOf(least)) return;
      io.print(renderEntry(name, entry, io.colors.isColorSupported));
    },
    showAll: () => {
      least = level;
    },
  };
}
