import type { Problem } from "@sliceway/protocol";
import type { CheckReport } from "@sliceway/protocol/client";
import colors from "picocolors";
import { expect, test } from "vitest";
import { localTime } from "./local-time.ts";
import { renderCheck } from "./render-check.ts";

const NOON = "2026-01-01T12:00:00.000Z";
const problem: Problem = {
  code: "MIGRATION_BREAKS",
  slice: "posts",
  release: "222222222222",
  operation: null,
  file: "slices/posts/server/migrations/0004_drop.sql",
  line: 2,
  message: `This migration drops the column post.old_text, which running releases use: posts@111111111111 (rollback of posts until ${NOON}).`,
  fix: "Move the statement.",
};
const fine: CheckReport = {
  ok: true,
  revision: 3,
  live: "v-111111111111",
  vector: "v-222222222222",
  releases: ["posts@222222222222"],
  problems: [],
  warnings: [],
  migrations: [],
  rollback: { kept: [], lost: [] },
  canaries: { ended: [] },
};
const render = (report: CheckReport, live = "111111111111") =>
  renderCheck(report, { posts: live }, colors.createColors(false)).join("\n");

test("problems are told with place and way out, slice by slice", () => {
  const other = { ...problem, slice: "feeds", file: null, line: null };
  const text = render({ ...fine, ok: false, vector: null, problems: [problem, other] });
  expect(text).toBe(`
feeds@222222222222  MIGRATION_BREAKS
  ${problem.message.replace(NOON, localTime(NOON))}
  -> Move the statement.

posts@222222222222  slices/posts/server/migrations/0004_drop.sql:2  MIGRATION_BREAKS
  ${problem.message.replace(NOON, localTime(NOON))}
  -> Move the statement.`);
});

test("where all is well, what a deployment would do is told", () => {
  const text = render({
    ...fine,
    migrations: [
      { slice: "posts", name: "slice/0004_mood.sql", deferred: false, waitsFor: [] },
      {
        slice: "posts",
        name: "contract/0005_drop.sql",
        deferred: true,
        waitsFor: [{ release: "posts@111111111111", why: "live" }],
      },
    ],
    rollback: {
      kept: ["posts"],
      lost: [{ slice: "feeds", problems: [{ ...problem, message: "It does not fit." }] }],
    },
    canaries: { ended: [{ deployment: "d-1", reason: "posts@222222222222 went live" }] },
    warnings: [{ ...problem, message: "This migration runs a DO block.", fix: "Look." }],
  });
  expect(text).toBe(`
Everything fits. A deployment would
  swap     posts@111111111111 for posts@222222222222
  migrate  posts: slice/0004_mood.sql
  later    posts: contract/0005_drop.sql, when these have retired: posts@111111111111 (live)
  keep     the way back of posts
  lose     the way back of feeds alone: It does not fit.
  end      the canary of d-1: posts@222222222222 went live

Look at this; it refuses nothing:

posts@222222222222  slices/posts/server/migrations/0004_drop.sql:2  MIGRATION_BREAKS
  This migration runs a DO block.
  -> Look.`);
});

test("a first release, and one that is live, are told as such", () => {
  expect(renderCheck(fine, {}, colors.createColors(false)).join("\n")).toContain(
    "swap     in posts@222222222222, the first release of posts\n  migrate  nothing",
  );
  expect(render(fine, "222222222222")).toBe("\nNothing would change: posts@222222222222 is live.");
});
