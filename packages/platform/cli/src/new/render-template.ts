import type { SliceWords } from "./slice-words.ts";

/** A template's text, or its path, with a slice's own words. */
export function renderTemplate(text: string, words: SliceWords): string {
  return text.replaceAll(
    /slice-name|SLICE_NAME|SliceName|sliceName|Slice Title|identity-slice/g,
    (word) => words[word as keyof SliceWords],
  );
}
