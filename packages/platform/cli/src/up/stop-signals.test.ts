import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { watchStopSignals } from "./stop-signals.ts";

test("stops at the first signal, takes its echo for the same one, and forces at the next", () => {
  const source = new EventEmitter();
  let nowMs = 0;
  using stop = watchStopSignals(source, () => nowMs);
  expect(stop.asked.aborted).toBe(false);

  source.emit("SIGINT");
  nowMs = 40;
  source.emit("SIGINT");
  expect([stop.asked.aborted, stop.forced.aborted]).toEqual([true, false]);

  nowMs = 2_000;
  source.emit("SIGTERM");
  expect(stop.forced.aborted).toBe(true);
});

test("lets go of the process when it is no longer needed", () => {
  const source = new EventEmitter();
  watchStopSignals(source)[Symbol.dispose]();
  expect(source.eventNames()).toEqual([]);
});
