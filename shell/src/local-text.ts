import type { LocalText } from "@sliceway/protocol";

/** A text of slice.json in a language; English, or whatever there is, where that is missing. */
export function localText(text: LocalText, language: string): string {
  return text[language] ?? text.en ?? Object.values(text)[0] ?? "";
}
