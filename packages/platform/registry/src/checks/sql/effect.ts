/**
 * What a statement means for code that was written before it.
 *
 * - `adds` brings a table or a column: nobody minds.
 * - `takes` removes, renames or changes what it names: code that uses it fails.
 * - `narrows` lets the database refuse what could be written before.
 * - `locks` holds up everybody who writes the table for as long as it works through the rows.
 * - `hides` does something that cannot be read from its text.
 * - `cautions` is right in most cases, and somebody should look.
 */
export type EffectKind = "adds" | "takes" | "narrows" | "locks" | "hides" | "cautions";

/** One thing that a statement of a migration does. */
export interface Effect {
  kind: EffectKind;
  /** 1-based line of the statement in its file. */
  line: number;
  /** What it does, as a predicate: `drops the column post.text`. */
  words: string;
  /** `post`, or `archive.post` outside the schema `public`; null where it could be any. */
  table: string | null;
  /** The columns it is about; none: the table as a whole. */
  columns: readonly string[];
  /** What to write in its place, as a sentence; for locks and cautions. */
  instead?: string;
}

/** An effect whose line is not known yet. */
export type Deed = Omit<Effect, "line">;
