import { z } from "zod";

/** Upper bounds of the latency histogram, in milliseconds; what is slower has a bucket of its own. */
export const LATENCY_BOUNDS_MS = [25, 35, 50, 70, 100, 140, 200, 280, 400, 560, 800, 1100, 1600, 2200, 3200];

const count = z.number().int().nonnegative();

/** What happened at one vector, counted since the gateway started. */
export const trafficSchema = z.strictObject({
  /** Operations, and pages without one. */
  requests: count,
  /** The slices at fault, sorted and joined by a space, to failed requests; "" where none can be named. */
  failures: z.record(z.string(), count),
  /** Slice to pages on which its UI failed. */
  crashes: z.record(z.string(), count),
  /** Operations by latency: one number per bound and one for what is slower than all. */
  latency: z.array(count).length(LATENCY_BOUNDS_MS.length + 1),
});
export type Traffic = z.infer<typeof trafficSchema>;

export function noTraffic(): Traffic {
  return { requests: 0, failures: {}, crashes: {}, latency: LATENCY_BOUNDS_MS.map(() => 0).concat(0) };
}
