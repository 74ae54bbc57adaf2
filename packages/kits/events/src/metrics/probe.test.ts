import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createProbe } from "./probe.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

test("measures once for all who ask within a second", async () => {
  const probe = createProbe<number>();
  let count = 0;
  probe.attach(async () => ++count);
  expect(await Promise.all([probe.read(), probe.read()])).toEqual([1, 1]);
  vi.advanceTimersByTime(1_001);
  expect(await probe.read()).toBe(2);
});

test("knows nothing before somebody says how, after that ends, and when measuring fails", async () => {
  const probe = createProbe<number>();
  expect(await probe.read()).toBeUndefined();
  const first = probe.attach(async () => 1);
  expect(await probe.read()).toBe(1);
  const second = probe.attach(() => Promise.reject(new Error("the database is down")));
  expect(await probe.read()).toBeUndefined();
  first[Symbol.dispose]();
  second[Symbol.dispose]();
  expect(await probe.read()).toBeUndefined();
});
