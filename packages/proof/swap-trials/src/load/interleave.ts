/** Each item as often as is said, evenly spread among the others. */
export function interleave<T>(counts: readonly (readonly [item: T, count: number])[]): T[] {
  const places = counts.flatMap(([item, count]) =>
    Array.from({ length: count }, (_, index) => ({ item, at: (index + 0.5) / count })),
  );
  return places.sort((a, b) => a.at - b.at).map(({ item }) => item);
}
