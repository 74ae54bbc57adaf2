import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { type RenderedLine, renderLine } from "./render-line.ts";

export interface LogBook extends AsyncDisposable {
  /** A process's lines: kept in `<logsDir>/<name>.log` as they are, and shown readably. */
  open(name: string): (line: string) => void;
}

/** Keeps the output of all processes, a file each, and shows it as one readable log. */
export function openLogBook(logsDir: string, show: (line: RenderedLine) => void): LogBook {
  const files = new Map<string, ReturnType<typeof createWriteStream>>();
  const fileOf = (name: string) => {
    const [base = name] = name.split("@");
    const file =
      files.get(base) ?? createWriteStream(join(logsDir, `${base}.log`), { flags: "a", mode: 0o600 });
    files.set(base, file);
    return file;
  };
  return {
    open: (name) => {
      const file = fileOf(name);
      return (line) => {
        file.write(`${line}\n`);
        show(renderLine(name, line));
      };
    },
    [Symbol.asyncDispose]: async () => {
      for (const file of files.values()) await finished(file.end()).catch(() => undefined);
    },
  };
}
