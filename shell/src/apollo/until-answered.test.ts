import { NoAnswer } from "@sliceway/web-kit/host";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { untilAnswered } from "./until-answered.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("after three repetitions without an answer it gives up, having used one key", async () => {
  const keys: string[] = [];
  const answer = untilAnswered(async (key) => {
    keys.push(key);
    throw new NoAnswer("away");
  });
  const failed = expect(answer).rejects.toThrow("away");
  await vi.runAllTimersAsync();
  await failed;
  expect(keys).toHaveLength(4);
  expect(new Set(keys).size).toBe(1);
});

test("what is no lack of an answer is not repeated", async () => {
  let calls = 0;
  const answer = untilAnswered(async () => {
    calls += 1;
    throw new TypeError("a bug");
  });
  await expect(answer).rejects.toThrow("a bug");
  expect(calls).toBe(1);
});
