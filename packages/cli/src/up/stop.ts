import type { Io } from "../io.ts";

export interface Stop {
  /** Aborted once somebody asks to stop. */
  signal: AbortSignal;
  /** Resolves then. */
  asked: Promise<void>;
  /** Aborted when they ask a second time: nothing is waited for any more. */
  hurry: AbortSignal;
}

/** Hears Ctrl-C, SIGTERM, the terminal's end, and the end of `io.signal`. */
export function createStop(io: Io): Stop {
  const [first, second] = [new AbortController(), new AbortController()];
  const ask = () => (first.signal.aborted ? second : first).abort();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, ask);
  io.signal?.addEventListener("abort", ask);
  const asked = new Promise<void>((resolve) => {
    first.signal.addEventListener("abort", () => resolve());
  });
  return { signal: first.signal, asked, hurry: second.signal };
}
