import { expect, test } from "vitest";
import { retry } from "./retry.ts";

const failing = (times: number) => {
  let calls = 0;
  const fn = async (attempt: number) => {
    calls++;
    if (attempt <= times) throw new Error(`failure ${attempt}`);
    return attempt;
  };
  return { fn, calls: () => calls };
};
const fast = { minDelayMs: 0, maxDelayMs: 0 };

test("tries again until it works", async () => {
  expect(await retry(failing(2).fn, { attempts: 3, ...fast })).toBe(3);
});

test("gives up after the last attempt, with the last error", async () => {
  const { fn, calls } = failing(9);
  await expect(retry(fn, { attempts: 3, ...fast })).rejects.toThrow("failure 3");
  expect(calls()).toBe(3);
});

test("gives up when the time is used up", async () => {
  const { fn, calls } = failing(9);
  await expect(retry(fn, { untilMs: 10, minDelayMs: 1_000 })).rejects.toThrow("failure 1");
  expect(calls()).toBe(1);
});

test("does not repeat what is not worth it", async () => {
  const { fn, calls } = failing(9);
  await expect(retry(fn, { attempts: 3, retryIf: () => false })).rejects.toThrow("failure 1");
  expect(calls()).toBe(1);
});

test("stops waiting when told to", async () => {
  const controller = new AbortController();
  const fn = async () => {
    controller.abort();
    throw new Error("failure");
  };
  await expect(retry(fn, { signal: controller.signal, minDelayMs: 60_000 })).rejects.toThrow("aborted");
});
