/** Characters as people count them, more or less: an emoji or a Hangul syllable is one (code points, not UTF-16 units). */
export function countCharacters(text: string): number {
  return [...text].length;
}
