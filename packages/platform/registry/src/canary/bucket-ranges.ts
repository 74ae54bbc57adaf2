import { type BucketRange, VISITOR_BUCKETS } from "@sliceway/protocol";

export interface Growth {
  /** The canary's ranges so far; empty at its beginning. */
  own: readonly BucketRange[];
  /** Those of all other canaries. */
  others: readonly BucketRange[];
  /** 0 to 100. */
  percent: number;
  /** The bucket from which on free ones are taken, so that it is not always the same people who get what is new. */
  startAt: number;
}

/** The ranges of a canary at `percent`: what it has and free buckets. Null if there are not enough. */
export function growRanges({ own, others, percent, startAt }: Growth): BucketRange[] | null {
  const missing = Math.round((percent / 100) * VISITOR_BUCKETS) - countBuckets(own);
  if (missing <= 0) return [...own];
  const free = freeRanges([...own, ...others]);
  if (countBuckets(free) < missing) return null;
  return mergeRanges([...own, ...takeBuckets(beginAt(free, startAt), missing)]);
}

/** Percent of the visitors that no canary has. */
export function freePercent(taken: readonly BucketRange[]): number {
  return (countBuckets(freeRanges(taken)) / VISITOR_BUCKETS) * 100;
}

export function countBuckets(ranges: readonly BucketRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
}

function freeRanges(taken: readonly BucketRange[]): BucketRange[] {
  const ends = mergeRanges(taken);
  const starts = [0, ...ends.map(({ to }) => to)];
  const gaps = starts.map((from, index) => ({ from, to: ends[index]?.from ?? VISITOR_BUCKETS }));
  return gaps.filter(({ from, to }) => from < to);
}

/** Sorted; ranges that touch become one. */
function mergeRanges(ranges: readonly BucketRange[]): BucketRange[] {
  const merged: BucketRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else merged.push({ ...range });
  }
  return merged;
}

/** The same buckets, counted from `start` upwards and round to it again. */
function beginAt(ranges: readonly BucketRange[], start: number): BucketRange[] {
  const above = ranges.map(({ from, to }) => ({ from: Math.max(from, start), to }));
  const below = ranges.map(({ from, to }) => ({ from, to: Math.min(to, start) }));
  return [...above, ...below].filter(({ from, to }) => from < to);
}

function takeBuckets(ranges: readonly BucketRange[], count: number): BucketRange[] {
  let missing = count;
  return ranges.flatMap(({ from, to }) => {
    const taken = Math.min(missing, to - from);
    missing -= taken;
    return taken > 0 ? [{ from, to: from + taken }] : [];
  });
}
