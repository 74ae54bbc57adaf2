import { LATENCY_BOUNDS_MS } from "@sliceway/protocol";
import { expect, it } from "vitest";
import { TrafficCounter } from "./traffic-counter.ts";

it("counts each vector's requests, whose fault the failed ones were, and crashed pages", () => {
  const traffic = new TrafficCounter();
  traffic.note("a", { ms: 10, faults: null });
  traffic.note("a", { ms: 10, faults: ["people", "notes"] });
  traffic.note("a", { faults: [] });
  traffic.noteCrash("a", "notes");
  traffic.note("b", { ms: 9_999, faults: null });
  const { a, b } = traffic.list();
  expect(a).toMatchObject({ requests: 3, failures: { "notes people": 1, "": 1 }, crashes: { notes: 1 } });
  expect([a?.latency[0], b?.latency[0], b?.latency.at(-1)]).toEqual([2, 0, 1]);
});

it("puts a request into the bucket whose bound it does not exceed", () => {
  const traffic = new TrafficCounter();
  for (const ms of LATENCY_BOUNDS_MS) traffic.note("a", { ms, faults: null });
  expect(traffic.list().a?.latency).toEqual([...LATENCY_BOUNDS_MS.map(() => 1), 0]);
});

it("names its run anew each time, so that nobody adds up two processes as one", () => {
  expect(new TrafficCounter().run).not.toBe(new TrafficCounter().run);
});
