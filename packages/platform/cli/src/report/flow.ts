import { clip, widthOf } from "./clip.ts";

const GAP = "  ";

/**
 * Phrases one after the other, two spaces apart, after a label. Where a line is full the next phrase begins another,
 * below the first phrase.
 */
export function flow(label: string, phrases: readonly string[], width: number): string[] {
  const indent = " ".repeat(widthOf(label));
  const lines: string[] = [];
  let line = "";
  for (const phrase of phrases.filter((text) => text !== "")) {
    const longer = line === "" ? phrase : line + GAP + phrase;
    if (line !== "" && indent.length + widthOf(longer) > width) lines.push(line);
    line = line !== "" && indent.length + widthOf(longer) > width ? phrase : longer;
  }
  if (line !== "") lines.push(line);
  return lines.map((text, index) => clip((index === 0 ? label : indent) + text, width));
}
