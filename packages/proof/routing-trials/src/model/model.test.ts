import { describe, expect, test } from "vitest";
import { trialRelease } from "../releases/trial-release.ts";
import { isCompatible } from "./check-releases.ts";
import { beginDeployment, carryOn } from "./deploy.ts";
import { keepTime } from "./keep-time.ts";
import type { Deployment, Model, Move } from "./model.ts";
import { promote } from "./promote.ts";
import { revoke } from "./revoke.ts";
import { rollBack } from "./roll-back.ts";

const MINUTE_MS = 60_000;
const live = { feed: "1", notes: "2", people: "1" };
const begun: Model = {
  now: 0,
  live,
  rollback: {},
  canaries: {},
  previews: {},
  revoked: [],
  deployments: {},
};

/** Numbers of releases of feed that fit what is live at the beginning. */
const fitting = Array.from({ length: 40 }, (_, index) => String(index + 3)).filter((number) =>
  isCompatible({ ...live, feed: number }),
);
const [one = "", other = ""] = fitting;

/** The number of a release of feed that gives nothing but its own root, and needs nothing. */
const poorest =
  Array.from({ length: 400 }, (_, index) => String(index + 3)).find((number) => {
    const { gives, needs } = trialRelease(`feed@${number}`);
    return gives.length === 1 && needs.length === 0;
  }) ?? "";

function begin(model: Model, id: string, order: Partial<Deployment> & Pick<Deployment, "releases">): Model {
  const move = beginDeployment(model, id, { kind: "deploy", createdAt: model.now, ...order });
  return settle(move, id);
}

/** Until nothing moves any more. */
function settle({ model }: Move, id: string): Model {
  const next = carryOn(model, id);
  return next ? settle(next, id) : model;
}

const canary = (model: Model, number: string, steps: number[]) =>
  begin(model, `canary of ${number}`, { kind: "canary", releases: [`feed@${number}`], steps });

describe("the model", () => {
  test("leads a slice back once, within 15 minutes", () => {
    const after = begin(begun, "d", { releases: [`feed@${one}`] });
    expect(after.live.feed).toBe(one);
    const back = rollBack(after, "feed").model;
    expect(back).toMatchObject({ live, rollback: {} });
    expect(rollBack(back, "feed").answer).toEqual({ code: "NO_ROLLBACK" });
    expect(rollBack(keepTime(after, 15 * MINUTE_MS), "feed").answer).toEqual({ code: "NO_ROLLBACK" });
  });

  test("refuses what needs a field that nobody gives", () => {
    const refused = Array.from({ length: 40 }, (_, index) => `notes@${index + 3}`).filter((ref) => {
      const { deployments } = begin({ ...begun, live: { ...live, feed: poorest } }, ref, { releases: [ref] });
      return deployments[ref]?.codes.includes("OPERATION_INVALID");
    });
    const needing = Array.from({ length: 40 }, (_, index) => `notes@${index + 3}`).filter((ref) =>
      trialRelease(ref).needs.some((field) => field.startsWith("feed_")),
    );
    expect(refused).toEqual(needing);
  });

  test("promotes a canary and never moves it back", () => {
    const shared = canary(begun, one, [10, 50]);
    expect(Object.values(shared.canaries)).toMatchObject([{ percent: 10 }]);
    expect(promote(shared, "feed", 5).answer).toEqual({ code: "CANARY_STAYS" });
    const wider = promote(shared, "feed").model;
    expect(Object.values(wider.canaries)).toMatchObject([{ percent: 50 }]);
    const all = settle(promote(wider, "feed"), `canary of ${one}`);
    expect(all).toMatchObject({ live: { feed: one }, canaries: {} });
    expect(promote(all, "feed").answer).toEqual({ code: "NO_CANARY" });
    expect(promote(all, "feed", 100).answer?.code).toBe(null);
  });

  test("ends a canary whose slice gets another release, and calls it done if it gets the same", () => {
    const shared = canary(begun, one, [10]);
    const id = `canary of ${one}`;
    const replaced = begin(shared, "d", { releases: [`feed@${other}`] });
    expect(settle({ model: replaced }, id).deployments[id]).toMatchObject({
      phase: "failed",
      codes: ["CANARY_ENDED"],
    });
    const overtaken = begin(shared, "d", { releases: [`feed@${one}`] });
    expect(settle({ model: overtaken }, id).deployments[id]).toMatchObject({ phase: "done", codes: [] });
  });

  test("revokes what is not live, and all that leads to it", () => {
    const after = begin(begun, "d", { releases: [`feed@${one}`] });
    expect(revoke(after, `feed@${one}`).answer).toEqual({ code: "RELEASE_LIVE" });
    const { model } = revoke(after, "feed@1");
    expect(model).toMatchObject({ rollback: {}, revoked: ["feed@1"] });
    expect(begin(model, "again", { releases: ["feed@1"] }).deployments.again).toMatchObject({
      phase: "failed",
      codes: ["RELEASE_REVOKED"],
    });
  });
});
