import { NO_ROUTING, type Routing, vectorId } from "@sliceway/protocol";
import { describe, expect, it } from "vitest";
import type { Caller } from "../access/caller.ts";
import { problemAt } from "../problem-at.ts";
import {
  both,
  canary,
  live,
  n1,
  n2,
  n3,
  next,
  old,
  other,
  p2,
  p3,
  plan,
  preview,
  releasesOf,
  routing,
  soon,
} from "../testing/planned-routing.ts";
import type { Composed, RollbackCommand, RoutingCommand } from "./routing-command.ts";

const anybody: Caller = { name: "alice", slices: "all" };
const ofNotes: Caller = { name: "bob", slices: ["notes"] };

describe("set-live", () => {
  const set = (revision: number, vector: string): RoutingCommand => ({
    kind: "set-live",
    revision,
    vector,
    by: "alice",
  });

  it.each([
    ["another revision than that seen", set(6, old), {}, "ROUTING_MOVED"],
    ["a vector that is not stored", set(7, "v-none"), {}, "VECTOR_UNKNOWN"],
    ["what somebody works on", set(7, "v-work"), {}, "VECTOR_UNKNOWN"],
    ["what was revoked", set(7, old), { revoked: [`notes@${n1}`] }, "RELEASE_REVOKED"],
  ])("refuses %s", (_, command, before, code) => {
    expect(plan(command, before)).toEqual({ refuse: code });
  });

  it("leads each changed slice back, and has unchecked what becomes live", () => {
    expect(plan(set(7, next))).toEqual({
      live: next,
      rollback: { notes: { vector: live, until: "2026-01-01T12:15:00.000Z" } },
      cause: "set by hand",
      by: "alice",
      ended: [],
      unchecked: { notes: n3 },
    });
  });

  it("checks no database where nothing was live", () => {
    expect(plan(set(0, old), { ...NO_ROUTING })).toMatchObject({ live: old, unchecked: {} });
  });
});

describe("roll-back", () => {
  const back = (by = anybody, only?: "canary"): RollbackCommand => ({
    kind: "roll-back",
    slice: "notes",
    only,
    by,
  });

  it("makes the rollback vector live, and leads nobody back to what was rolled back", () => {
    expect(plan(back(ofNotes))).toEqual({
      live: old,
      rollback: {},
      cause: "rollback of notes",
      by: "bob",
      ended: [],
      unchecked: { notes: n1 },
    });
  });

  it("ends the slice's canary first, and leaves what is live alone", () => {
    const other = { ...canary, deployment: "d-2", releases: [`people@${p2}`] };
    expect(plan(back(), { canaries: [canary, other] })).toEqual({
      canaries: [other],
      cause: "rollback of the canary",
      by: "alice",
      ended: [{ deployment: "d-1", reason: "rolled back by alice" }],
    });
  });

  it.each([
    ["no earlier release is warm", { rollback: {} }, anybody, "NO_ROLLBACK"],
    [
      "it leads another team's slice back, too",
      { live: both, rollback: { notes: { vector: live, until: soon } } },
      ofNotes,
      "RIGHT_MISSING",
    ],
    [
      "another team's slice is in the canary",
      { canaries: [{ ...canary, releases: [`notes@${n3}`, `people@${p2}`] }] },
      ofNotes,
      "RIGHT_MISSING",
    ],
    ["what was before is revoked", { revoked: [`notes@${n1}`] }, anybody, "RELEASE_REVOKED"],
  ])("is refused where %s", (_, before: Partial<Routing>, by, code) => {
    expect(plan(back(by), before)).toEqual({ refuse: code });
  });

  it("does nothing where only a canary is to end and there is none", () => {
    expect(plan(back(anybody, "canary"))).toEqual({ kind: "nothing" });
  });

  it("does nothing where the canary that it was sent for is gone, unless that went live", () => {
    expect(plan({ ...back(), canary: canary.releases })).toEqual({ kind: "nothing" });
    const wentLive = { live: next, rollback: { notes: { vector: live, until: soon } } };
    expect(plan({ ...back(), canary: canary.releases }, wentLive)).toMatchObject({ live });
    expect(plan({ ...back(anybody, "canary"), canary: canary.releases }, wentLive)).toEqual({
      kind: "nothing",
    });
  });

  it("asks for the vectors that canaries, previews and other rollbacks would stand on", () => {
    const before = {
      rollback: { ...routing.rollback, people: { vector: other, until: soon } },
      canaries: [{ ...canary, releases: [`more@${n3}`] }],
      previews: { "pr-1": { ...preview, releases: [`people@${p3}`] } },
    };
    const ofPeople = { notes: n1, people: p3 };
    const ofCanary = { ...releasesOf.old, more: n3 };
    expect(plan(back(), before)).toEqual({ kind: "missing", vectors: [ofPeople, ofCanary] });
    const problem = problemAt(null, { code: "OPERATION_INVALID", message: "No field.", fix: "Change it." });
    const composed = new Map<string, Composed>([
      [vectorId(ofPeople), { ok: true }],
      [vectorId(ofCanary), { ok: false, problems: [problem] }],
    ]);
    expect(plan(back(), before, { composed })).toMatchObject({
      rollback: { people: { vector: vectorId(ofPeople), until: soon } },
      previews: { "pr-1": { vector: vectorId(ofPeople) } },
      canaries: [],
      ended: [{ deployment: "d-1", reason: "it does not fit what went live: No field" }],
    });
  });
});

describe("revoke", () => {
  const revoke = (release: `${string}@${string}`): RoutingCommand => ({
    kind: "revoke",
    release,
    by: "alice",
  });

  it("takes every way to the release out of the routing", () => {
    const before = { canaries: [canary], previews: { "pr-1": preview } };
    expect(plan(revoke(`notes@${n3}`), before)).toEqual({
      canaries: [],
      previews: {},
      revoked: [`notes@${n3}`],
      cause: `notes@${n3} revoked`,
      by: "alice",
      ended: [{ deployment: "d-1", reason: `notes@${n3} was revoked` }],
    });
    expect(plan(revoke(`notes@${n1}`))).toMatchObject({ rollback: {}, revoked: [`notes@${n1}`] });
  });

  it("is refused while the release is live, and done once", () => {
    expect(plan(revoke(`notes@${n2}`))).toEqual({ refuse: "RELEASE_LIVE" });
    expect(plan(revoke(`notes@${n1}`), { revoked: [`notes@${n1}`] })).toEqual({ kind: "nothing" });
  });
});

describe("end-preview", () => {
  it("ends the one and keeps the others", () => {
    const before = { previews: { "pr-1": preview, "pr-2": preview } };
    expect(plan({ kind: "end-preview", name: "pr-1", by: "alice" }, before)).toEqual({
      previews: { "pr-2": preview },
      cause: "end of the preview pr-1",
      by: "alice",
    });
    expect(plan({ kind: "end-preview", name: "pr-1", by: "alice" })).toEqual({ refuse: "PREVIEW_UNKNOWN" });
  });

  it("of somebody's work leaves another one of its name alone", () => {
    const command = { kind: "end-preview", name: "pr-1", dev: "0a1b2c3d4e5f", by: "registry" } as const;
    expect(plan(command, { previews: { "pr-1": preview } })).toEqual({ kind: "nothing" });
    expect(plan(command)).toEqual({ kind: "nothing" });
    const work = { ...preview, dev: "0a1b2c3d4e5f" };
    expect(plan(command, { previews: { "pr-1": work } })).toMatchObject({ previews: {} });
  });
});

describe("move-old-pages", () => {
  it("does nothing once somebody else has moved the routing", () => {
    const command = { kind: "move-old-pages", forwards: { [old]: live }, leaving: {}, cause: "old" } as const;
    expect(plan({ ...command, revision: 7 })).toEqual({ forwards: { [old]: live }, cause: "old" });
    expect(plan({ ...command, revision: 6 })).toEqual({ kind: "nothing" });
  });
});

describe("withdraw-canary", () => {
  it("takes its visitors back, if it has any", () => {
    const command = { kind: "withdraw-canary", deployment: "d-1", cause: "worse" } as const;
    expect(plan(command, { canaries: [canary] })).toEqual({ canaries: [], cause: "worse", by: "registry" });
    expect(plan(command)).toEqual({ kind: "nothing" });
  });
});
