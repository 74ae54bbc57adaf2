import { NO_ROUTING, type Routing } from "@sliceway/protocol";
import { describe, expect, it } from "vitest";
import { currentRouting } from "./current-routing.ts";
import { planRollbacks } from "./plan-rollbacks.ts";

const now = new Date("2026-01-01T12:00:00Z");
const inFifteenMinutes = "2026-01-01T12:15:00.000Z";
const soon = "2026-01-01T12:03:00.000Z";

const vectors: Record<string, Record<string, string>> = {
  first: { notes: "n1", people: "p1" },
  second: { notes: "n2", people: "p1" },
};
const routing = (live: string | null, rollback: Routing["rollback"] = {}): Routing => ({
  ...NO_ROUTING,
  revision: 1,
  live,
  rollback,
});
const plan = (before: Routing, after: Record<string, string>) =>
  planRollbacks({ before, after, now, releasesOf: (vector) => vectors[vector] ?? {} });

describe("rollbacks after a change of routing", () => {
  it("has none at the very first", () => {
    expect(plan(routing(null), { notes: "n1" })).toEqual([]);
  });

  it("leads each changed slice back alone, or else all of the set", () => {
    const back = { orElse: "first", until: inFifteenMinutes };
    expect(plan(routing("first"), { notes: "n2", people: "p2" })).toEqual([
      { slice: "notes", releases: { notes: "n1", people: "p2" }, ...back },
      { slice: "people", releases: { notes: "n2", people: "p1" }, ...back },
    ]);
  });

  it("keeps an earlier rollback on top of the new releases, for its own time", () => {
    const before = routing("second", { notes: { vector: "first", until: soon } });
    expect(plan(before, { notes: "n2", people: "p2" })).toContainEqual({
      slice: "notes",
      releases: { notes: "n1", people: "p2" },
      orElse: null,
      until: soon,
    });
  });

  it("offers no way back for a slice that is new", () => {
    expect(plan(routing("first"), { ...vectors.first, feeds: "f1" })).toEqual([]);
  });
});

it("forgets rollbacks whose time is over", () => {
  const rollback = {
    notes: { vector: "first", until: soon },
    people: { vector: "first", until: now.toISOString() },
  };
  expect(Object.keys(currentRouting(routing("second", rollback), now).rollback)).toEqual(["notes"]);
});
