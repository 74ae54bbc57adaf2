import { describe, expect, test } from "vitest";
import type { Command, Numbered } from "../commands/command.ts";
import { describeChange } from "../model/describe-change.ts";
import type { Deployment, Model, View } from "../model/model.ts";
import { explain } from "./explain.ts";
import type { Observed, ObservedAnswer } from "./observed.ts";

const live = { feed: "1", notes: "2", people: "1" };
const shared: Deployment = {
  kind: "canary",
  releases: ["feed@4"],
  createdAt: 0,
  phase: "shared",
  steps: [10, 50, 100],
  preview: null,
  codes: [],
};
/** A tenth has a canary of feed, which could be led back, too. */
const before: Model = {
  now: 0,
  live,
  rollback: { feed: { vector: { ...live, feed: "0" }, until: 60_000 } },
  canaries: { c: { releases: ["feed@4"], percent: 10, vector: { ...live, feed: "4" } } },
  previews: {},
  revoked: [],
  deployments: { c: shared },
};
const viewOf = ({ live, rollback, canaries, previews, revoked }: View): View => ({
  live,
  rollback,
  canaries,
  previews,
  revoked,
});
const ended = viewOf({ ...before, canaries: {} });
const wider = viewOf({ ...before, canaries: { c: { ...before.canaries.c, percent: 50 } as never } });

/** One revision was written, by which `after` holds. */
function observe(from: Model, after: View, cause: string, answers: Partial<ObservedAnswer>[]): Observed {
  const change = {
    revision: 2,
    cause,
    view: after,
    lines: describeChange(from, after),
    by: ["administrator"],
  };
  const isEnded = Object.keys(after.canaries).length === 0;
  return {
    now: 1,
    answers: Object.fromEntries(
      answers.map((answer, index) => [index + 1, { code: null, deployment: null, view: null, ...answer }]),
    ),
    changes: [change],
    noted: [],
    deployments: {
      c: isEnded ? { state: "failed", codes: ["CANARY_ENDED"] } : { state: "running", codes: [] },
    },
    view: after,
  };
}

const number = (...commands: Command[]): Numbered[] =>
  commands.map((command, index) => ({ ...command, number: index + 1 }));
const rollback: Command = { kind: "rollback", slice: "feed" };
const promote: Command = { kind: "promote", slice: "feed" };

describe("of two commands at once", () => {
  test("the second rollback finds the canary gone and does nothing", () => {
    const seen = observe(before, ended, "rollback of the canary", [{ view: ended }, { view: ended }]);
    expect(explain(before, number(rollback, rollback), seen)).toMatchObject({ ok: true });
  });

  test("the second promotion finds its step taken", () => {
    const seen = observe(before, wider, "promoted", [{ deployment: "c" }, { deployment: "c" }]);
    expect(explain(before, number(promote, promote), seen)).toMatchObject({ ok: true });
    const given: Command = { ...promote, to: 50 };
    expect(explain(before, number(promote, given), seen)).toMatchObject({ ok: true });
    const more: Command = { ...promote, to: 60 };
    expect(explain(before, number(promote, more), seen)).toMatchObject({ ok: false });
  });

  test("a rollback that does nothing is no answer where there was no canary", () => {
    const without: Model = { ...before, canaries: {}, deployments: {} };
    const revoked = viewOf({ ...without, revoked: ["feed@3"] });
    const seen = observe(without, revoked, "feed@3 revoked", [{ view: revoked }, { view: revoked }]);
    const commands = number(rollback, { kind: "revoke", release: "feed@3" });
    expect(explain(without, commands, { ...seen, deployments: {} })).toMatchObject({ ok: false });
  });
});

test("a command alone is answered by what holds", () => {
  const nothing = { ...observe(before, viewOf(before), "", [{ deployment: "c" }]), changes: [] };
  expect(explain(before, number(promote), nothing)).toMatchObject({ ok: false });
});
