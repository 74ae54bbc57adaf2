import type { Edits } from "@sliceway/dev-env";

/** Puts something in the place of a text that has to be there. */
export function replace(from: string | RegExp, to: string): (text: string) => string {
  return (text) => {
    const after = text.replaceAll(from, to);
    if (after === text) throw new Error(`The sources do not hold ${from} any more.`);
    return after;
  };
}

/** Writes something behind a text that has to be there, wherever it is. */
export function addAfter(text: string, addition: string): (text: string) => string {
  return replace(text, `${text}${addition}`);
}

/** All edits of several sets, those of one file one after the other. */
export function mergeEdits(...sets: Edits[]): Edits {
  const merged: Edits = {};
  for (const [path, edit] of sets.flatMap((set) => Object.entries(set))) {
    const before = merged[path];
    merged[path] = before ? (text) => edit(before(text)) : edit;
  }
  return merged;
}
