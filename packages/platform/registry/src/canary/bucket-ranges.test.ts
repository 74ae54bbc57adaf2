import { type BucketRange, VISITOR_BUCKETS } from "@sliceway/protocol";
import { createRandom } from "@sliceway/random";
import { describe, expect, it } from "vitest";
import { countBuckets, freePercent, growRanges } from "./bucket-ranges.ts";

const grow = (own: BucketRange[], others: BucketRange[], percent: number, startAt = 0) =>
  growRanges({ own, others, percent, startAt });

describe("a canary's buckets", () => {
  it("are taken from its starting place on, and round the end", () => {
    expect(grow([], [], 10)).toEqual([{ from: 0, to: 1000 }]);
    expect(grow([], [], 10, 9500)).toEqual([
      { from: 0, to: 500 },
      { from: 9500, to: 10_000 },
    ]);
  });

  it("grow around those of others", () => {
    const others = [{ from: 1000, to: 2000 }];
    expect(grow([{ from: 0, to: 1000 }], others, 25)).toEqual([
      { from: 0, to: 1000 },
      { from: 2000, to: 3500 },
    ]);
  });

  it("never become fewer", () => {
    expect(grow([{ from: 0, to: 1000 }], [], 5)).toEqual([{ from: 0, to: 1000 }]);
  });

  it("are refused when there is no room", () => {
    const others = [{ from: 0, to: 9000 }];
    expect(grow([], others, 10)).toEqual([{ from: 9000, to: 10_000 }]);
    expect(grow([], others, 10.01)).toBeNull();
    expect(freePercent(others)).toBe(10);
  });
});

const bucketsOf = (ranges: readonly BucketRange[]) =>
  new Set(ranges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)));

describe.each([1, 2, 3, 4, 5])("random canaries, series %i", (seed) => {
  it("never overlap, lose nobody while they grow, and have exactly their share", () => {
    const { between } = createRandom(seed);
    const random = (below: number) => between(0, below - 1);
    const canaries = new Map<number, BucketRange[]>();
    for (let turn = 0; turn < 40; turn++) {
      const name = random(5);
      if (random(6) === 0) canaries.delete(name);
      else raise(canaries, name, (random(2_000) + 1) / 100, random(VISITOR_BUCKETS));
      const all = [...canaries.values()].flat();
      expect(bucketsOf(all).size).toBe(countBuckets(all));
    }
  });
});

function raise(canaries: Map<number, BucketRange[]>, name: number, more: number, startAt: number): void {
  const own = canaries.get(name) ?? [];
  const others = [...canaries].filter(([other]) => other !== name).flatMap(([, ranges]) => ranges);
  const size = Math.min(VISITOR_BUCKETS, countBuckets(own) + Math.round(more * 100));
  const grown = growRanges({ own, others, percent: size / 100, startAt });
  const hasRoom = freePercent([...own, ...others]) * 100 >= size - countBuckets(own);
  expect(grown !== null).toBe(hasRoom);
  if (!grown) return;
  expect(countBuckets(grown)).toBe(size);
  expect(bucketsOf(own).difference(bucketsOf(grown)).size).toBe(0);
  canaries.set(name, grown);
}
