import { describe, expect, test } from "vitest";
import { type Attempts, waitSeconds, withAttempt } from "./throttle.ts";

const now = new Date("2026-01-01T12:00:00Z");
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const times = (count: number): Attempts => ({ count, lastAt: now });

describe("waitSeconds", () => {
  test.each([
    [0, 0],
    [4, 0],
    [5, 5],
    [6, 10],
    [9, 80],
    [40, 300],
  ])("after %i attempts one waits %i s", (count, seconds) => {
    expect(waitSeconds(times(count), now)).toBe(seconds);
  });

  test("counts down", () => {
    expect(waitSeconds(times(9), after(10.5))).toBe(70);
    expect(waitSeconds(times(9), after(80))).toBe(0);
  });

  test("forgets after an hour of quiet", () => {
    expect(waitSeconds(times(40), after(3601))).toBe(0);
    expect(withAttempt(times(40), after(3601)).count).toBe(1);
  });
});

test("an attempt adds one and moves the time", () => {
  expect(withAttempt(times(2), after(5))).toEqual({ count: 3, lastAt: after(5) });
});
