/** What a script has found. */
export interface Measured {
  /** For programs: printed by `--json`. */
  figures: unknown;
  /** For people. */
  lines: string[];
}
