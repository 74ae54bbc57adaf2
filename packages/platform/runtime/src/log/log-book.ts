import { join } from "node:path";
import { redact } from "@sliceway/service-kit";
import { type LogFile, openLogFile } from "./log-file.ts";
import { type LogEntry, parseLine } from "./parse-line.ts";

export interface LogBook extends Disposable {
  /** Keeps a line of the process `name`. `level` is that of a line which is not JSON. */
  write(name: string, line: string, level?: string): LogEntry;
}

/** Told of each line that a process writes; `name` is `gateway` or `posts@3f9c2a1b04de`. */
export type OnEntry = (name: string, entry: LogEntry) => void;

/** Keeps what all processes write, in `<logsDir>/<slice or service>.log`. */
export function openLogBook(logsDir: string, onEntry: OnEntry): LogBook {
  const files = new Map<string, LogFile>();
  const fileOf = (name: string) => {
    const [owner = name] = name.split("@");
    const file = files.get(owner) ?? openLogFile(join(logsDir, `${owner}.log`));
    files.set(owner, file);
    return file;
  };
  return {
    write(name, line, level) {
      const entry = parseLine(redact(line), new Date(), level);
      fileOf(name).append(toJson(name, entry));
      onEntry(name, entry);
      return entry;
    },
    [Symbol.dispose]() {
      for (const file of files.values()) file[Symbol.dispose]();
    },
  };
}

function toJson(name: string, { level, time, message, error, fields }: LogEntry): string {
  return JSON.stringify({ level, time, name, msg: message, err: error, ...fields });
}
