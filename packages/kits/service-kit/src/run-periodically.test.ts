import { expect, test, vi } from "vitest";
import { runPeriodically } from "./run-periodically.ts";

const HOUR_MS = 3_600_000;
const unexpected = (error: unknown) => {
  throw error;
};

test("runs at once and again after each pause, which may change", async () => {
  const pauses = [0, 1, HOUR_MS];
  let runs = 0;
  await using _periodic = runPeriodically(async () => void runs++, {
    pauseMs: () => pauses.shift() ?? 0,
    onError: unexpected,
  });
  expect(runs).toBe(1);
  await vi.waitFor(() => expect(pauses).toEqual([]));
  expect(runs).toBe(3);
});

test("goes on after a failure, which is handed on", async () => {
  const errors: unknown[] = [];
  let runs = 0;
  const work = async () => {
    runs++;
    if (runs < 3) throw new Error(`failure ${runs}`);
  };
  await using _periodic = runPeriodically(work, { pauseMs: 0, onError: (error) => errors.push(error) });
  await vi.waitFor(() => expect(runs).toBeGreaterThan(3));
  expect(errors).toEqual([new Error("failure 1"), new Error("failure 2")]);
});

test("a wake ends the pause; in a run it makes one more follow, never two at a time", async () => {
  let running = 0;
  let runs = 0;
  const first = Promise.withResolvers<void>();
  const work = async () => {
    running++;
    runs++;
    expect(running).toBe(1);
    if (runs === 1) await first.promise;
    running--;
  };
  await using periodic = runPeriodically(work, { pauseMs: HOUR_MS, onError: unexpected });
  periodic.wake();
  periodic.wake();
  expect(runs).toBe(1);
  first.resolve();
  await vi.waitFor(() => expect(runs).toBe(2));
  periodic.wake();
  await vi.waitFor(() => expect(runs).toBe(3));
});

test("may begin with the pause", async () => {
  let runs = 0;
  {
    await using periodic = runPeriodically(async () => void runs++, {
      pauseMs: HOUR_MS,
      onError: unexpected,
      isPauseFirst: true,
    });
    expect(runs).toBe(0);
    periodic.wake();
    await vi.waitFor(() => expect(runs).toBe(1));
  }
  expect(runs).toBe(1);
});

test("disposing aborts the run under way and waits for it, and begins no other", async () => {
  const steps: string[] = [];
  const work = async (signal: AbortSignal) => {
    const { promise: aborted, resolve } = Promise.withResolvers<void>();
    signal.addEventListener("abort", () => resolve());
    steps.push("begun");
    await aborted;
    steps.push("ended");
  };
  {
    await using _periodic = runPeriodically(work, { pauseMs: 0, onError: unexpected });
  }
  expect(steps).toEqual(["begun", "ended"]);
});

test("disposing before the first run lets none begin", async () => {
  let runs = 0;
  const periodic = runPeriodically(async () => void runs++, {
    pauseMs: HOUR_MS,
    onError: unexpected,
    isPauseFirst: true,
  });
  await periodic[Symbol.asyncDispose]();
  expect(runs).toBe(0);
});
