import { describe, expect, test } from "vitest";
import { z } from "zod";
import { EventDataError } from "./contract/event-data-error.ts";
import { planRetry } from "./plan-retry.ts";

const longest = () => 1;
const pauses = (error: unknown, maxAttempts: number) => {
  const planned = [];
  for (let attempts = 1; planned.at(-1) !== null; attempts++)
    planned.push(planRetry(error, attempts, maxAttempts, longest));
  return planned;
};

describe("an event that fails", () => {
  test("is tried again after longer and longer, and is a dead letter after the last attempt", () => {
    expect(pauses(new Error("no"), 12)).toEqual([
      ...[100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, 51_200, 60_000],
      null,
    ]);
  });

  test("is tried thrice, a minute apart, if its data does not fit", () => {
    const { error } = z.object({ number: z.number() }).safeParse({});
    expect(pauses(error, 12)).toEqual([60_000, 60_000, null]);
    expect(pauses(new EventDataError("x.Y.v1", ["no"]), 12)).toEqual([60_000, 60_000, null]);
    expect(pauses(error, 1)).toEqual([null]);
  });
});
