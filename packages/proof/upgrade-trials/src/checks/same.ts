/** What was seen, as text; throws unless it is what was expected. */
export function same(seen: unknown, expected: unknown): string {
  const [now, then] = [JSON.stringify(seen), JSON.stringify(expected)];
  if (now !== then) throw new Error(`${now} instead of ${then}`);
  return typeof seen === "string" ? seen : now;
}
