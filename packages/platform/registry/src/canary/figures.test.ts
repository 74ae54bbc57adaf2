import { LATENCY_BOUNDS_MS, noTraffic, type Traffic } from "@sliceway/protocol";
import { describe, expect, it } from "vitest";
import { addTraffic, readFigures, subtractTraffic } from "./figures.ts";

const traffic = (given: Partial<Traffic>): Traffic => ({ ...noTraffic(), ...given });
const latency = (counts: Record<number, number>) =>
  [...LATENCY_BOUNDS_MS, Number.POSITIVE_INFINITY].map((bound) => counts[bound] ?? 0);

describe("figures", () => {
  it("blame a canary for its own slices, its crashed pages, and for what is nobody's", () => {
    const failures = { "": 1, notes: 2, "notes people": 4, people: 8 };
    const counted = traffic({ requests: 100, failures, crashes: { notes: 16, people: 32 } });
    expect(readFigures(counted, ["notes"]).failed).toBe(1 + 2 + 4 + 16);
    expect(readFigures(counted, ["notes", "people"]).failed).toBe(63);
  });

  it("never count more failures than requests", () => {
    expect(readFigures(traffic({ requests: 3, crashes: { notes: 9 } }), ["notes"]).failed).toBe(3);
  });

  it.each([
    [{}, null],
    [{ 25: 95, 400: 5 }, 25],
    [{ 25: 94, 400: 6 }, 400],
    [{ [Number.POSITIVE_INFINITY]: 1 }, 5_000],
  ])("give the bound that 95 of 100 stay below: %j", (counts, p95Ms) => {
    expect(readFigures(traffic({ latency: latency(counts) }), []).p95Ms).toBe(p95Ms);
  });
});

it("adds up gateways, and takes off what was before", () => {
  const one = traffic({ requests: 2, failures: { notes: 1 }, latency: latency({ 25: 2 }) });
  const other = traffic({ requests: 3, failures: { people: 1 }, latency: latency({ 25: 1, 35: 2 }) });
  const both = addTraffic([one, other]);
  expect(both).toMatchObject({ requests: 5, failures: { notes: 1, people: 1 } });
  expect(subtractTraffic(both, one)).toEqual({ ...other, failures: { notes: 0, people: 1 } });
  expect(subtractTraffic(one, both).requests).toBe(0);
});
