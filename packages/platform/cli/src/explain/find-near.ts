/** Changes of a letter that still count as a slip. */
const SLIPS = 3;

/** Those of `codes` that somebody may have meant: misspelt by little, or a part of them; the nearest first, five at most. */
export function findNear(asked: string, codes: readonly string[]): string[] {
  const near = codes
    .map((code) => ({ code, distance: code.includes(asked) ? 0 : countChanges(asked, code) }))
    .filter(({ distance }) => distance <= SLIPS);
  return near
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 5)
    .map(({ code }) => code);
}

/** Letters to be inserted, left out or replaced to make one word of the other. */
function countChanges(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
