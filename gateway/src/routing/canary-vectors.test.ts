import { type BucketRange, type Canary, NO_ROUTING, visitorBucket } from "@sliceway/protocol";
import { expect, it } from "vitest";
import { CanaryVectors } from "./canary-vectors.ts";
import type { ReadyVector } from "./ready-vector.ts";

const canary = (deployment: string, vector: string, ...ranges: [number, number][]): Canary => ({
  deployment,
  releases: [],
  vector,
  ranges: ranges.map(([from, to]): BucketRange => ({ from, to })),
});
const routing = (...canaries: Canary[]) => ({ ...NO_ROUTING, canaries });

function createVectors() {
  const ready = new Set<string>();
  const find = (id: string) => (ready.has(id) ? ({ id } as ReadyVector) : undefined);
  return { ready, canaries: new CanaryVectors(find) };
}

it("gives a bucket the canary that holds it", () => {
  const { ready, canaries } = createVectors();
  ready.add("a").add("b");
  const both = routing(canary("d-1", "a", [0, 10], [90, 100]), canary("d-2", "b", [10, 90]));
  const got = [0, 9, 10, 89, 90, 100].map((bucket) => canaries.find(both, bucket)?.id);
  expect(got).toEqual(["a", "a", "b", "b", "a", undefined]);
});

it("keeps what it had until the canary's next vector is ready", () => {
  const { ready, canaries } = createVectors();
  ready.add("first");
  expect(canaries.keep(routing(canary("d-1", "first", [0, 10])))).toEqual(["first"]);
  const moved = routing(canary("d-1", "second", [0, 10]));
  expect(canaries.keep(moved)).toEqual(["first"]);
  expect(canaries.find(moved, 5)?.id).toBe("first");
  ready.add("second");
  expect([canaries.find(moved, 5)?.id, canaries.keep(moved)]).toEqual(["second", ["second"]]);
  expect([canaries.keep(routing()), canaries.find(routing(), 5)]).toEqual([[], undefined]);
});

it("gives 10,000 visitors their share, and moves nobody back when it grows", () => {
  const { ready, canaries } = createVectors();
  ready.add("a").add("b");
  const visitors = Array.from({ length: 10_000 }, (_, index) => `visitor-${index}`);
  const seen = (share: number) => {
    const now = routing(canary("d-1", "a", [0, share]), canary("d-2", "b", [4000, 4500]));
    return visitors.map((visitor) => canaries.find(now, visitorBucket(visitor))?.id);
  };
  const [tenth, quarter] = [seen(1000), seen(2500)];
  const count = (vectors: (string | undefined)[], id: string) => vectors.filter((one) => one === id).length;
  expect(count(tenth, "a")).toBeGreaterThan(900);
  expect(count(tenth, "a")).toBeLessThan(1100);
  expect(count(quarter, "a")).toBeGreaterThan(2300);
  expect(tenth.every((vector, index) => vector === undefined || vector === quarter[index])).toBe(true);
  expect(seen(1000)).toEqual(tenth);
});
