import { closeSync, fstatSync, openSync, renameSync, writeSync } from "node:fs";

/** A log is renamed to `<path>.1` when it reaches this size, so two of them are kept. */
const LARGEST_BYTES = 16 * 1024 * 1024;

export interface LogFile extends Disposable {
  append(line: string): void;
}

/** A file of lines that only grows at its end and is never larger than 16 MiB. */
export function openLogFile(path: string, largestBytes = LARGEST_BYTES): LogFile {
  let file = openSync(path, "a", 0o600);
  let bytes = fstatSync(file).size;
  const rotate = () => {
    closeSync(file);
    renameSync(path, `${path}.1`);
    file = openSync(path, "a", 0o600);
    bytes = 0;
  };
  return {
    append(line) {
      if (bytes >= largestBytes) rotate();
      bytes += writeSync(file, `${line}\n`);
    },
    [Symbol.dispose]: () => closeSync(file),
  };
}
