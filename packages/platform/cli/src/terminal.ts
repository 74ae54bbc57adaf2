import { stdout } from "node:process";

/** A terminal that frames can be drawn on, one over the other. */
export interface Terminal {
  readonly columns: number;
  readonly rows: number;
  write(text: string): void;
  /** Calls the listener when the size has changed. */
  onResize(listener: () => void): Disposable;
}

/** The terminal behind standard output; undefined where there is none, or one without a size. */
export function processTerminal(): Terminal | undefined {
  if (!stdout.isTTY || !stdout.columns || !stdout.rows) return undefined;
  return {
    get columns() {
      return stdout.columns;
    },
    get rows() {
      return stdout.rows;
    },
    write: (text) => void stdout.write(text),
    onResize: (listener) => {
      stdout.on("resize", listener);
      return { [Symbol.dispose]: () => void stdout.off("resize", listener) };
    },
  };
}
