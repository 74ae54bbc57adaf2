/** Two people, smaller id first: the same pair whoever of them acts. */
export type Pair = readonly [string, string];

export function pairOf(a: string, b: string): Pair {
  return a < b ? [a, b] : [b, a];
}

/** Name of the pair's event stream, and the subject of what is published about it. */
export function streamOf(pair: Pair): string {
  return pair.join(":");
}
