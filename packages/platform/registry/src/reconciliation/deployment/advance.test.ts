import type { Deployment, DeploymentStep, Instance } from "@sliceway/protocol";
import { describe, expect, it } from "vitest";
import { advance } from "./advance.ts";
import type { Facts } from "./facts.ts";
import { applyProgress, beginDeployment, runningStep } from "./steps.ts";

const begun = new Date("2026-01-01T12:00:00Z");
const later = (ms: number) => new Date(begun.getTime() + ms);
const notes = { slice: "notes", release: "aaaaaaaaaaaa" };
const VECTOR = "v-bbbbbbbbbbbb";
const order = { id: "d-1", by: "deploy", releases: ["notes@aaaaaaaaaaaa"] };

const nothing: Facts = {
  now: begun,
  servers: [],
  reports: [],
  instances: [],
  gateways: [],
  shiftedRevision: null,
  canary: null,
};
const withServer: Facts = { ...nothing, servers: [{ ...notes, hasMigrations: true, isolated: false }] };

function instance(state: Instance["state"]): Instance {
  return { id: "i", ...notes, url: "http://127.0.0.1:1", epoch: 1, state };
}

function report(kind: "migrated" | "failed", ok: boolean, at: Date): Facts["reports"] {
  return [{ ...notes, kind, ok, error: ok ? null : "no table", at }];
}

function gateway(revision: number, vectors: string[], failed = {}): Facts["gateways"] {
  return [{ id: "g", revision, vectors, failed }];
}

/** A deployment that has passed everything before `name`. */
function at(name: DeploymentStep["name"]): Deployment {
  let deployment = beginDeployment(order, begun);
  while (runningStep(deployment).name !== name)
    deployment = applyProgress(deployment, { kind: "pass", detail: "", vector: VECTOR }, begun);
  return deployment;
}

describe("a deployment", () => {
  it("goes through all steps when nothing has to be waited for", () => {
    let deployment = beginDeployment(order, begun);
    const acts: string[] = [];
    while (deployment.state === "running") {
      const progress = advance(deployment, nothing);
      if (progress.kind === "act") acts.push(progress.action);
      const done = progress.kind === "act" ? { kind: "pass" as const, detail: "", vector: VECTOR } : progress;
      deployment = applyProgress(deployment, done, later(5));
    }
    expect(acts).toEqual(["check", "shift"]);
    expect(deployment).toMatchObject({ state: "done", vector: VECTOR, problems: [] });
    expect(deployment.steps.map((step) => step.state)).toEqual([...Array(7).fill("done"), "running"]);
  });

  it("keeps the time that a step took", () => {
    const deployment = applyProgress(at("start"), { kind: "pass", detail: "up" }, later(1200));
    const { start, ready } = Object.fromEntries(deployment.steps.map((step) => [step.name, step]));
    expect(start).toMatchObject({ ms: 1200, detail: "up" });
    expect(ready).toMatchObject({ startedAt: later(1200).toISOString() });
  });

  it("starts over when routing moved, keeping its candidate's servers", () => {
    const deployment = applyProgress(at("shift"), { kind: "restart" }, later(1));
    expect(runningStep(deployment).name).toBe("check");
    expect(deployment.vector).toBe(VECTOR);
  });
});

describe("the steps of servers", () => {
  it.each([
    ["migrate", withServer, "wait"],
    ["migrate", { ...withServer, reports: report("migrated", true, later(-9e9)) }, "pass"],
    ["migrate", { ...withServer, servers: [{ ...notes, hasMigrations: false, isolated: false }] }, "pass"],
    ["start", withServer, "wait"],
    ["start", { ...withServer, instances: [instance("starting")] }, "pass"],
    ["start", { ...withServer, instances: [instance("draining")] }, "wait"],
    ["ready", { ...withServer, instances: [instance("starting")] }, "wait"],
    ["ready", { ...withServer, instances: [instance("ready")] }, "pass"],
    ["shift", { ...withServer, instances: [instance("ready")] }, "act"],
    ["shift", withServer, "wait"],
    ["ready", { ...withServer, instances: [{ ...instance("ready"), id: "i-isolated" }] }, "wait"],
    [
      "ready",
      {
        ...withServer,
        servers: [{ ...notes, hasMigrations: false, isolated: true }],
        instances: [{ ...instance("ready"), id: "i-isolated" }],
      },
      "pass",
    ],
  ] as const)("%s: %#", (name, facts, kind) => {
    expect(advance(at(name), facts).kind).toBe(kind);
  });

  it.each(["migrated", "failed"] as const)("fail by a report of this deployment's time (%s)", (kind) => {
    const failing = advance(at("migrate"), { ...withServer, reports: report(kind, false, later(1)) });
    expect(failing).toMatchObject({ kind: "fail", problems: [{ slice: "notes", message: /no table/ }] });
    const old = advance(at("migrate"), { ...withServer, reports: report(kind, false, later(-1)) });
    expect(old.kind).toBe("wait");
  });

  it("fail when they wait too long", () => {
    const overdue = advance(at("ready"), { ...withServer, now: later(120_001) });
    expect(overdue).toMatchObject({ kind: "fail", problems: [{ code: "STEP_OVERDUE" }] });
  });
});

it("a gateway that hangs after the shift does not make the deployment fail", () => {
  const behind = { ...nothing, now: later(60_001), shiftedRevision: 2, gateways: gateway(1, []) };
  expect(advance(at("drain"), behind)).toMatchObject({ kind: "pass", detail: /^no longer waiting/ });
});

describe("the steps of gateways", () => {
  it.each([
    ["warm", nothing, "pass"],
    ["warm", { ...nothing, gateways: gateway(1, []) }, "wait"],
    ["warm", { ...nothing, gateways: gateway(1, [VECTOR]) }, "pass"],
    ["warm", { ...nothing, gateways: gateway(1, [], { [VECTOR]: "too big" }) }, "fail"],
    ["drain", { ...nothing, shiftedRevision: 2, gateways: gateway(1, [VECTOR]) }, "wait"],
    ["drain", { ...nothing, shiftedRevision: 2, gateways: gateway(2, [VECTOR]) }, "pass"],
  ] as const)("%s: %#", (name, facts, kind) => {
    expect(advance(at(name), facts).kind).toBe(kind);
  });
});
