import type { Canary, Deployment } from "@sliceway/protocol";
import { describe, expect, it } from "vitest";
import { beginStage } from "../canary/stages.ts";
import { beginDeployment } from "../reconciliation/deployment/steps.ts";
import {
  both,
  canary,
  live,
  n2,
  n3,
  next,
  now,
  old,
  plan,
  preview,
  routing,
  soon,
} from "../testing/planned-routing.ts";
import type { Candidate, RoutingCommand } from "./routing-command.ts";

describe("a deployment's", () => {
  const deployment: Deployment = {
    ...beginDeployment({ id: "d-1", by: "alice", releases: [`notes@${n3}`] }, now),
    vector: next,
  };
  const candidate = (changes: Partial<Deployment> = {}): Candidate => ({
    deployment: { ...deployment, ...changes },
    baseRevision: 7,
  });
  const canaryPlan = { canary: { steps: [10], stages: [], samples: 100, stepMinutes: 1 } };
  const moved = { base: { ...routing, live: old } };

  it("shift makes the candidate live", () => {
    expect(plan({ kind: "shift", candidate: candidate() })).toEqual({
      live: next,
      rollback: { notes: { vector: live, until: "2026-01-01T12:15:00.000Z" } },
      cause: "deployment d-1",
      by: "alice",
      ended: [],
    });
  });

  it("shift of a canary makes live what its visitors have, whatever has moved since the check", () => {
    const command: RoutingCommand = {
      kind: "shift",
      candidate: candidate({ ...canaryPlan, vector: both }),
    };
    expect(plan(command, { canaries: [canary] }, moved)).toMatchObject({
      live: next,
      canaries: [],
      ended: [],
    });
  });

  it.each([
    ["is live already", candidate({ releases: [`notes@${n2}`] }), {}, {}, "nothing"],
    ["has no vector", candidate({ vector: null }), {}, {}, "stale"],
    ["was checked against something else", candidate(), {}, moved, "stale"],
    ["was never checked", candidate(), {}, { base: undefined }, "stale"],
    ["was revoked meanwhile", candidate(), { revoked: [`notes@${n3}`] }, {}, "stale"],
  ])("shift is not done where the candidate %s", (_, shifted, before, facts, kind) => {
    expect(plan({ kind: "shift", candidate: shifted }, before, facts)).toEqual({ kind });
  });

  const widen = (percent: number, changes: Partial<Deployment> = {}): RoutingCommand => ({
    kind: "widen-canary",
    candidate: candidate({ ...canaryPlan, ...changes }),
    percent,
    by: "registry",
    cause: "it begins",
  });

  it("canary gets visitors that no other has, and keeps its own", () => {
    const begun = plan(widen(10)) as { canaries: Canary[] };
    expect(begun).toMatchObject({ cause: "it begins", by: "registry" });
    expect(begun.canaries).toMatchObject([{ deployment: "d-1", vector: next, releases: canary.releases }]);
    const grown = plan(widen(50), { canaries: [canary] }, moved) as { canaries: Canary[] };
    expect(grown.canaries[0]?.ranges.some(({ from, to }) => from === 0 && to >= 1_000)).toBe(true);
  });

  it("canary waits for room, and is checked anew before anybody has it", () => {
    const other = { ...canary, deployment: "d-2", ranges: [{ from: 0, to: 9_500 }] };
    expect(plan(widen(10), { canaries: [other] })).toEqual({
      kind: "wait",
      detail: "There is no room for 10%: other canaries leave 5% of the visitors.",
    });
    expect(plan(widen(10), {}, moved)).toEqual({ kind: "stale" });
    expect(plan(widen(10, { vector: null }))).toEqual({ kind: "stale" });
  });

  it("canary that was ended is not begun anew, neither widened nor made live", () => {
    const ended = beginStage({ ...deployment, ...canaryPlan }, 10, now);
    expect(plan(widen(30, ended))).toEqual({ kind: "stale" });
    expect(plan({ kind: "shift", candidate: candidate(ended) })).toEqual({
      kind: "wait",
      detail: "the canary is no longer in the routing",
    });
  });

  it("canary that begins with all visitors goes live", () => {
    expect(plan({ kind: "shift", candidate: candidate(canaryPlan) })).toMatchObject({ live: next });
  });

  it("preview takes the place of another of its name, and what somebody worked on is held for a moment", () => {
    const shown = { name: "pr-1", until: soon, isolated: [] };
    const command: RoutingCommand = { kind: "open-preview", candidate: candidate({ preview: shown }) };
    expect(plan(command, { previews: { "pr-1": { ...preview, vector: old, dev: "somebody" } } })).toEqual({
      previews: { "pr-1": { until: soon, isolated: [], releases: deployment.releases, vector: next } },
      cause: "deployment d-1",
      by: "alice",
      replacedWork: old,
    });
    expect(plan(command, {}, moved)).toEqual({ kind: "stale" });
  });
});
