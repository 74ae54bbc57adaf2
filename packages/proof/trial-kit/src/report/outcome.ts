import type { Io } from "../command/run-command.ts";

/** What a trial or a measurement has come to. */
export interface Outcome {
  /** For programs. */
  figures: unknown;
  /** For people. */
  lines: string[];
}

/** Prints it for people; or, where a program reads standard output, as one JSON value there, and for people beside it. */
export function printOutcome({ figures, lines }: Outcome, { print, progress }: Io, json: boolean): void {
  (json ? progress : print)(lines.join("\n"));
  if (json) print(JSON.stringify(figures, null, 2));
}
