import type { Deployment } from "@sliceway/protocol";
import { expect, it } from "vitest";
import { beginStage } from "../canary/stages.ts";
import { beginDeployment } from "../reconciliation/deployment/steps.ts";
import { planPromotion } from "./plan-promotion.ts";

const now = new Date("2026-01-01T12:00:00Z");
const canary = { steps: [10, 50, 100], stages: [], samples: 100, stepMinutes: 1 };
const begun = beginDeployment({ id: "d-1", by: "alice", releases: ["notes@111111111111"], canary }, now);
const at = (...percents: number[]): Deployment =>
  percents.reduce((deployment, percent) => beginStage(deployment, percent, now), begun);

it.each([
  ["goes to the next step", at(10), at(10), undefined, 50],
  ["goes to everybody after the last step but one", at(50), at(50), undefined, 100],
  ["goes where it is told to", at(10), at(10), 30, 30],
  ["takes the step that was next when it was asked for", at(10), at(10, 30), undefined, 50],
  ["takes no second step where somebody else took the first meanwhile", at(10), at(10, 50), undefined, null],
  ["does nothing where somebody else gave it as much meanwhile", at(10), at(10, 50), 40, null],
  ["of a canary that had no visitors goes by what it has now", undefined, at(10), undefined, 50],
])("a promotion %s", (_, seen, deployment, to, target) => {
  expect(planPromotion(deployment, { to, seen })).toBe(target);
});

it("a promotion moves nobody back", () => {
  for (const to of [5, 10])
    expect(() => planPromotion(at(10, 50), { to, seen: at(10) })).toThrow(
      "It has 50% of the visitors, and nobody is moved back.",
    );
});
