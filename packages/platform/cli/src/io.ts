import { createInterface } from "node:readline/promises";
import colors from "picocolors";
import { readEnvironment } from "./config.ts";
import { processTerminal, type Terminal } from "./terminal.ts";

export type Colors = ReturnType<typeof colors.createColors>;

/** All that a command has of the world outside: where it says and asks, and what it was started with. */
export interface Io {
  /** Writes lines to standard output. */
  print(text: string): void;
  /** Writes lines to standard error. */
  warn(text: string): void;
  /** Asks the person at the terminal; only where `interactive`. */
  ask(question: string): Promise<string>;
  /** Whether a person looks on: spinners and questions are welcome. */
  interactive: boolean;
  colors: Colors;
  /** Where output can be drawn in place; absent where it goes to a file or another program. */
  terminal?: Terminal | undefined;
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Ends what goes on for ever, such as `logs -f`. Without one, Ctrl-C ends the process. */
  signal?: AbortSignal;
}

/** The terminal, or whatever stands in its place. */
export function processIo(): Io {
  // A terminal without a width (some containers) would send the spinner round for ever.
  const interactive = Boolean(process.stdout.isTTY && process.stdin.isTTY && process.stdout.columns);
  return {
    print: (text) => process.stdout.write(`${text}\n`),
    warn: (text) => process.stderr.write(`${text}\n`),
    ask,
    interactive,
    colors: colors.createColors(colors.isColorSupported && Boolean(process.stdout.isTTY)),
    terminal: processTerminal(),
    cwd: process.cwd(),
    env: readEnvironment(),
  };
}

async function ask(question: string): Promise<string> {
  using terminal = createInterface({ input: process.stdin, output: process.stdout });
  return (await terminal.question(question)).trim();
}
