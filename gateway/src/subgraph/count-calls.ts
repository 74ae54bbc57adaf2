import { Counter, Histogram, type Registry } from "prom-client";
import type { CallSlice } from "./call-slice.ts";
import { SliceFault } from "./slice-fault.ts";

/** Measures calls to slices by slice and outcome (`answered`, or why there was no answer). */
export function countCalls(call: CallSlice, register: Registry): CallSlice {
  const registers = [register];
  const calls = new Counter({
    name: "gateway_slice_calls_total",
    help: "Calls to slice servers, retries not counted apart.",
    labelNames: ["slice", "outcome"],
    registers,
  });
  const duration = new Histogram({
    name: "gateway_slice_call_seconds",
    help: "Time that calls to slice servers took.",
    labelNames: ["slice"],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2],
    registers,
  });
  return async (request) => {
    const { slice } = request;
    const stopTimer = duration.startTimer({ slice });
    try {
      const answer = await call(request);
      calls.inc({ slice, outcome: "answered" });
      return answer;
    } catch (error) {
      calls.inc({ slice, outcome: error instanceof SliceFault ? error.reason : "bug" });
      throw error;
    } finally {
      stopTimer();
    }
  };
}
