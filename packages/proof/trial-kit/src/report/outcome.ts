import type { Io } from "../command/run-command.ts";

/** What a trial or a measurement has come to. */
export interface Outcome {
  /** For programs. */
  figures: unknown;
  /** For people. */
  lines: string[];
}

/** Prints it for programs, as one JSON value, or for people. */
export function printOutcome({ figures, lines }: Outcome, { print }: Pick<Io, "print">, json: boolean): void {
  print(json ? JSON.stringify(figures, null, 2) : lines.join("\n"));
}
