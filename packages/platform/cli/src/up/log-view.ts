import { type OnEntry, renderEntry } from "@sliceway/runtime";
import type { Io } from "../io.ts";

const LEVELS = ["trace", "debug", "info", "warn", "error", "fatal"];

export interface LogView {
  onEntry: OnEntry;
  /** From now on everything of the configured level is shown, not only what went wrong. */
  showAll(): void;
}

/** The log of all processes on the terminal. While the platform starts, its own steps tell what goes on. */
export function createLogView(io: Io, level: string): LogView {
  let least = "error";
  return {
    onEntry: (name, entry) => {
      if (LEVELS.indexOf(entry.level) < LEVELS.indexOf(least)) return;
      io.print(renderEntry(name, entry, io.colors.isColorSupported));
    },
    showAll: () => {
      least = level;
    },
  };
}
