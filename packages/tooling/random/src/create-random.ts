/** A small seeded source of chance: the same seed gives the same row of answers on every machine. */
export interface Random {
  /** 0 <= n < 1 */
  next(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  /** Up to `count` different members, in random order. */
  sample<T>(from: readonly T[], count: number): T[];
  /** A version 4 UUID made of this source's numbers. */
  uuid(): string;
}

export function createRandom(seed: number): Random {
  const next = mulberry32(seed);
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const sample = <T>(from: readonly T[], count: number) => shuffle(from, between).slice(0, count);
  const pick = <T>(from: readonly T[]): T => {
    const [found] = from.slice(between(0, from.length - 1));
    if (found === undefined) throw new RangeError("cannot pick from an empty list");
    return found;
  };
  return { next, between, pick, sample, uuid: () => uuidOf(next) };
}

/** Tommy Ettinger's Mulberry32: 32 bits of state, good enough for texts and dates. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle<T>(from: readonly T[], between: (least: number, most: number) => number): T[] {
  const keyed = from.map((item) => ({ item, key: between(0, 2 ** 31) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

function uuidOf(next: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(next() * 16).toString(16)).join("");
  const variant = "89ab"[Math.floor(next() * 4)];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join("-");
}
