import { closeSync, fstatSync, openSync, renameSync, writeSync } from "node:fs";

/** A log is renamed to `<path>.1` when it reaches this size, so two of them are kept. */
const LARGEST_BYTES = 16 * 1024 * 1024;

export interface LogFile extends Disposable {
  /** Never throws: a line that cannot be written is lost. */
  append(line: string): void;
}

interface LogFileOptions {
  largestBytes?: number;
  /** Told when lines begin to be lost, and again only after one could be written. */
  onLost?: (path: string, error: unknown) => void;
}

/** A file of lines that only grows at its end and is never larger than 16 MiB. It is opened with its first line. */
export function openLogFile(
  path: string,
  { largestBytes = LARGEST_BYTES, onLost = tellLost }: LogFileOptions = {},
): LogFile {
  let file: OpenFile | undefined;
  let isLosing = false;
  const close = () => {
    if (file) closeSync(file.fd);
    file = undefined;
  };
  const rotate = () => {
    close();
    renameSync(path, `${path}.1`);
  };
  const write = (line: string) => {
    file ??= openFile(path);
    if (file.bytes >= largestBytes) rotate();
    file ??= openFile(path);
    file.bytes += writeSync(file.fd, `${line}\n`);
  };
  return {
    append(line) {
      try {
        write(line);
        isLosing = false;
      } catch (error) {
        if (!isLosing) onLost(path, error);
        isLosing = true;
      }
    },
    [Symbol.dispose]: close,
  };
}

interface OpenFile {
  fd: number;
  bytes: number;
}

function openFile(path: string): OpenFile {
  const fd = openSync(path, "a", 0o600);
  return { fd, bytes: fstatSync(fd).size };
}

function tellLost(path: string, error: unknown): void {
  const { code, message } = error as NodeJS.ErrnoException;
  process.stderr.write(`${path} cannot be written (${code ?? message}); what belongs there is lost.\n`);
}
