import { stripVTControlCharacters } from "node:util";

/** How many columns a text takes. Colours take none. */
export function widthOf(text: string): number {
  return stripVTControlCharacters(text).length;
}

/** A text of at most so many columns. What is cut loses its colours, so that none is left open. */
export function clip(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  return `${stripVTControlCharacters(text).slice(0, Math.max(0, width - 1))}…`;
}
