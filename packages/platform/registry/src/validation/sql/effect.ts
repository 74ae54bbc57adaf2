/**
 * What a statement means for code that was written before it.
 *
 * - `adds` brings a table or a column: nobody minds.
 * - `removes` drops, renames or changes what it names: code that uses it fails.
 * - `narrows` lets the database refuse what could be written before.
 * - `locks` holds up everybody who writes the table for as long as it works through the rows.
 * - `opaque` does something that cannot be read from its text.
 * - `warns` of what is right in most cases, and somebody should look.
 */
export type EffectKind = "adds" | "removes" | "narrows" | "locks" | "opaque" | "warns";

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
export type StatementEffect = Omit<Effect, "line">;

/** What an effect is about. */
interface About {
  table: string | null;
  columns?: readonly string[];
}

export function adds(words: string, about: About): StatementEffect {
  return { kind: "adds", words, columns: [], ...about };
}

export function removes(words: string, about: About): StatementEffect {
  return { kind: "removes", words, columns: [], ...about };
}

export function narrows(words: string, about: About): StatementEffect {
  return { kind: "narrows", words, columns: [], ...about };
}

export function locks(words: string, table: string | null, instead: string): StatementEffect {
  return { kind: "locks", words, table, columns: [], instead };
}

export function opaque(words: string): StatementEffect {
  return { kind: "opaque", words, table: null, columns: [] };
}

export function warns(words: string, instead: string, about: About = { table: null }): StatementEffect {
  return { kind: "warns", words, instead, columns: [], ...about };
}
