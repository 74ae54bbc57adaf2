import { NO_ROUTING, type Routing, vectorId } from "@sliceway/protocol";
import { describe, expect, it } from "vitest";
import { problemAt } from "../problem-at.ts";
import { currentRouting } from "./reach.ts";
import { rebaseRouting } from "./rebase-routing.ts";
import type { Composed, Releases } from "./routing-command.ts";

const now = new Date("2026-01-01T12:00:00Z");
const inFifteenMinutes = "2026-01-01T12:15:00.000Z";
const soon = "2026-01-01T12:03:00.000Z";

const vectors: Record<string, Releases> = {
  first: { notes: "n1", people: "p1" },
  second: { notes: "n2", people: "p1" },
};
const outlines = new Map(
  Object.entries(vectors).map(([vector, releases]) => [vector, { releases, servers: [], dev: null }]),
);
const routing = (live: string | null, rollback: Routing["rollback"] = {}): Routing => ({
  ...NO_ROUTING,
  revision: 1,
  live,
  rollback,
});
const incompatible: Composed = {
  ok: false,
  problems: [problemAt(null, { code: "OPERATION_INVALID", message: "No.", fix: "Change it." })],
};
const rebase = (before: Routing, after: Releases, known: [Releases, Composed][] = []) =>
  rebaseRouting(
    { before, after },
    { now, outlines, composed: new Map(known.map(([releases, result]) => [vectorId(releases), result])) },
  );
const ok: Composed = { ok: true };

describe("rollbacks after a change of routing", () => {
  it("has none at the very first", () => {
    expect(rebase(routing(null), { notes: "n1" })).toMatchObject({ kind: "rebased", rollback: {}, lost: [] });
  });

  const notesBack = { notes: "n1", people: "p2" };
  const peopleBack = { notes: "n2", people: "p1" };
  const after = { notes: "n2", people: "p2" };

  it("leads each changed slice back alone, or else all of the set", () => {
    expect(rebase(routing("first"), after)).toEqual({ kind: "missing", vectors: [notesBack, peopleBack] });
    const both: [Releases, Composed][] = [
      [notesBack, ok],
      [peopleBack, incompatible],
    ];
    expect(rebase(routing("first"), after, both)).toMatchObject({
      rollback: {
        notes: { vector: vectorId(notesBack), until: inFifteenMinutes },
        people: { vector: "first", until: inFifteenMinutes },
      },
      lost: [],
    });
  });

  it("keeps an earlier rollback on top of the new releases, for its own time", () => {
    const before = routing("second", { notes: { vector: "first", until: soon } });
    const known: [Releases, Composed][] = [
      [notesBack, ok],
      [peopleBack, ok],
    ];
    expect(rebase(before, after, known)).toMatchObject({
      rollback: { notes: { vector: vectorId(notesBack), until: soon } },
    });
    known[0] = [notesBack, incompatible];
    expect(rebase(before, after, known)).toMatchObject({
      rollback: { people: { until: inFifteenMinutes } },
      lost: [{ slice: "notes", problems: [{ message: "No." }] }],
    });
  });

  it("offers no way back for a slice that is new", () => {
    const rebased = rebase(routing("first"), { ...vectors.first, feeds: "f1" });
    expect(rebased).toMatchObject({ kind: "rebased", rollback: {}, lost: [] });
  });

  it("leaves out the slices that were just rolled back", () => {
    const facts = { now, outlines, composed: new Map([[vectorId(peopleBack), ok]]) };
    const change = { before: routing("first"), after, excluded: ["notes"] };
    expect(rebaseRouting(change, facts)).toMatchObject({
      rollback: { people: { vector: vectorId(peopleBack) } },
      lost: [],
    });
  });
});

it("forgets rollbacks whose time is over", () => {
  const rollback = {
    notes: { vector: "first", until: soon },
    people: { vector: "first", until: now.toISOString() },
  };
  expect(Object.keys(currentRouting(routing("second", rollback), now).rollback)).toEqual(["notes"]);
});
