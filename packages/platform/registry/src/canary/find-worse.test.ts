import type { Figures } from "@sliceway/protocol";
import { expect, it } from "vitest";
import { findWorse } from "./find-worse.ts";

const of = (requests: number, failed: number, p95Ms: number | null = 50): Figures => ({
  requests,
  failed,
  p95Ms,
});
const worse = (canary: Figures, live: Figures) => findWorse(canary, live, 100);

it.each([
  ["a fifth fails", of(100, 20), of(900, 0)],
  ["everything fails", of(100, 100), of(100, 0)],
  ["a fifth fails and live is idle", of(100, 20), of(0, 0, null)],
  ["both fail, the canary clearly more often", of(500, 100), of(4500, 450)],
  ["few fail, but far too many of many", of(5000, 100), of(45_000, 10)],
  ["it is slow", of(200, 0, 140), of(200, 0, 50)],
])("worse: %s", (_, canary, live) => {
  expect(worse(canary, live)).toMatch(/of live/);
});

it.each([
  ["nothing fails", of(100, 0), of(900, 0)],
  ["too few requests", of(99, 99), of(900, 0)],
  ["both fail alike", of(500, 50), of(4500, 450)],
  ["chance", of(100, 4), of(100, 1)],
  ["sure, but by less than a percentage point", of(50_000, 450), of(450_000, 450)],
  ["live fails more", of(500, 5), of(4500, 900)],
  ["twice as slow is not over twice", of(300, 0, 100), of(300, 0, 50)],
  ["slow, but too few to tell", of(199, 0, 800), of(2000, 0, 50)],
  ["slow, but live was hardly asked", of(2000, 0, 800), of(199, 0, 50)],
])("not worse: %s", (_, canary, live) => {
  expect(worse(canary, live)).toBeNull();
});

it("gives the figures as the reason", () => {
  expect(worse(of(200, 40), of(1800, 2))).toBe(
    "40 of 200 requests (20.0%) failed, of live 2 of 1800 requests (0.1%)",
  );
});
