import type { Deed } from "./effect.ts";

/** What a deed is about. */
interface About {
  table: string | null;
  columns?: readonly string[];
}

export function adds(words: string, about: About): Deed {
  return { kind: "adds", words, columns: [], ...about };
}

export function takes(words: string, about: About): Deed {
  return { kind: "takes", words, columns: [], ...about };
}

export function narrows(words: string, about: About): Deed {
  return { kind: "narrows", words, columns: [], ...about };
}

export function locks(words: string, table: string | null, instead: string): Deed {
  return { kind: "locks", words, table, columns: [], instead };
}

export function hides(words: string): Deed {
  return { kind: "hides", words, table: null, columns: [] };
}

export function cautions(words: string, instead: string, about: About = { table: null }): Deed {
  return { kind: "cautions", words, instead, columns: [], ...about };
}
