import { join } from "node:path";
import { redact } from "@sliceway/service-kit";
import { type LogFile, openLogFile } from "./log-file.ts";
import { type LogEntry, parseLine } from "./parse-line.ts";

/** Told of each line that a process wrote: `name` is `gateway` or `posts@3f9c2a1b04de`. */
export type OnEntry = (name: string, entry: LogEntry) => void;

export interface LogBook extends Disposable {
  /** Keeps one line of a process. `level` is that of a line which is not JSON. */
  write(name: string, line: string, level?: string): LogEntry;
}

/** Keeps what all processes say: `<dir>/<slice or service>.log`, a JSON line each. */
export function openLogBook(dir: string, onEntry: OnEntry = () => {}): LogBook {
  const files = new Map<string, LogFile>();
  const fileFor = (owner: string) => {
    const file = files.get(owner) ?? openLogFile(join(dir, `${owner}.log`));
    files.set(owner, file);
    return file;
  };
  return {
    write(name, line, level) {
      const entry = parseLine(redact(line), new Date(), level);
      fileFor(ownerOf(name)).append(toJson(name, entry));
      onEntry(name, entry);
      return entry;
    },
    [Symbol.dispose]() {
      for (const file of files.values()) file[Symbol.dispose]();
    },
  };
}

/** All releases of a slice share its log. */
function ownerOf(name: string): string {
  return name.split("@", 1)[0] ?? name;
}

function toJson(name: string, { level, time, message, error, fields }: LogEntry): string {
  return JSON.stringify({ level, time, name, msg: message, err: error, ...fields });
}
