import type { CanaryPlan, Deployment, Figures } from "@sliceway/protocol";
import { describe, expect, it } from "vitest";
import { advance } from "./advance.ts";
import type { CanaryFacts, Facts } from "./facts.ts";
import { applyProgress, beginDeployment, runningStep } from "./steps.ts";

const now = new Date("2026-01-01T12:00:00Z");
const VECTOR = "v-bbbbbbbbbbbb";
const plan: CanaryPlan = { steps: [1, 10, 100], stepMinutes: 10, samples: 100 };
const seen = (requests: number, failed = 0): Figures => ({ requests, failed, p95Ms: 50 });
const LATER = 60_000;
const TIME_OVER = 10 * 60_000;

/** A deployment at its canary step, with `percent` of the visitors. */
function at(percent: number | null, given: Partial<CanaryPlan> = {}): Deployment {
  const canary = { ...plan, ...given };
  let deployment = beginDeployment(
    { id: "d-1", by: "deploy", releases: ["notes@aaaaaaaaaaaa"], canary },
    now,
  );
  while (runningStep(deployment).name !== "canary")
    deployment = applyProgress(deployment, { kind: "pass", detail: "", vector: VECTOR }, now);
  const stage = { startedAt: now.toISOString(), ms: null, canary: seen(0), live: seen(0) };
  const stages = percent === null ? [] : [{ ...stage, percent }];
  return { ...deployment, canary: { ...canary, stages } };
}

function evaluate(deployment: Deployment, given: Partial<CanaryFacts> = {}) {
  const canary: CanaryFacts = {
    isLive: false,
    endedBecause: null,
    elapsedMs: LATER,
    figures: seen(0),
    liveFigures: seen(1000),
    ...given,
  };
  const nothing = { servers: [], reports: [], instances: [], gateways: [], shiftedRevision: null };
  const facts: Facts = { now, ...nothing, canary };
  return advance(deployment, facts);
}

describe("a canary", () => {
  it("begins with its first share", () => {
    expect(evaluate(at(null))).toMatchObject({ kind: "act", action: "widen", percent: 1 });
  });

  it("goes on when enough requests did not do worse", () => {
    const next = evaluate(at(1), { figures: seen(100, 1) });
    expect(next).toMatchObject({
      action: "widen",
      percent: 10,
      cause: expect.stringMatching(/^1%: 100 req/),
    });
    expect(evaluate(at(10), { figures: seen(100) })).toMatchObject({ kind: "pass" });
  });

  it("gives pages time to crash, however many requests there are", () => {
    expect(evaluate(at(1), { figures: seen(5000), elapsedMs: 4_999 })).toMatchObject({ kind: "wait" });
  });

  it("waits for requests until its time is over, and goes on then if none has failed", () => {
    expect(evaluate(at(1), { figures: seen(99) })).toMatchObject({
      kind: "wait",
      detail: expect.stringMatching(/then 10%, after 100 requests$/),
    });
    expect(evaluate(at(1), { figures: seen(99), elapsedMs: TIME_OVER })).toMatchObject({ percent: 10 });
    expect(evaluate(at(1), { figures: seen(99, 1), elapsedMs: TIME_OVER }).kind).toBe("wait");
  });

  it("is rolled back with the figures when it is worse", () => {
    expect(evaluate(at(10), { figures: seen(100, 20), elapsedMs: 0 })).toMatchObject({
      kind: "fail",
      problems: [{ code: "CANARY_WORSE", message: expect.stringMatching(/at 10%.*20 of 100 requests/) }],
    });
  });

  it("stays at its last share until somebody promotes it, and is still evaluated", () => {
    const held = at(10, { steps: [10] });
    const facts = { figures: seen(5000), elapsedMs: TIME_OVER };
    expect(evaluate(held, facts)).toMatchObject({ kind: "wait", detail: expect.stringMatching(/promoted$/) });
    expect(evaluate(held, { ...facts, figures: seen(5000, 1000) }).kind).toBe("fail");
  });

  it("fails when somebody else has ended it, also while it is about to take over", () => {
    const endedBecause = "rolled back by deploy";
    const problems = [{ code: "CANARY_ENDED", message: expect.stringContaining(endedBecause) }];
    expect(evaluate(at(10), { endedBecause })).toMatchObject({ kind: "fail", problems });
    const shifting = applyProgress(at(10), { kind: "pass", detail: "" }, now);
    expect(evaluate(shifting, { endedBecause })).toMatchObject({ kind: "fail", problems });
    expect(evaluate(shifting)).toMatchObject({ kind: "act", action: "shift" });
  });

  it("has nothing left to do when all of it has gone live by other means", () => {
    expect(evaluate(at(10), { isLive: true, endedBecause: "gone" })).toMatchObject({ kind: "pass" });
  });
});
