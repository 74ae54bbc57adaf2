import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { visitorBucket } from "./visitor-bucket.ts";

test("a visitor stays in one bucket, and visitors are spread evenly", () => {
  const visitor = randomUUID();
  expect(visitorBucket(visitor)).toBe(visitorBucket(visitor));
  const tenth = Array.from({ length: 10_000 }, () => visitorBucket(randomUUID())).filter((at) => at < 1_000);
  expect(tenth.length / 10_000).toBeGreaterThan(0.08);
  expect(tenth.length / 10_000).toBeLessThan(0.12);
});
