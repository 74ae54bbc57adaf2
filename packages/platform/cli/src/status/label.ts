import type { Colors } from "../io.ts";

const WIDTH = 9;

/** The word that a paragraph of the status begins with. */
export function label(word: string, { bold }: Pick<Colors, "bold">): string {
  return bold(word) + " ".repeat(Math.max(1, WIDTH - word.length));
}

/** Below a label. */
export const INDENT: string = " ".repeat(WIDTH);
