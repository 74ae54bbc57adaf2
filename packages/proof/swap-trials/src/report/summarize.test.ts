import { AnswerFault } from "@sliceway/trial-kit";
import { expect, test } from "vitest";
import { Requests } from "../load/requests.ts";
import type { TabReport } from "../tab/old-tab.ts";
import type { Swap } from "../trial/swap.ts";
import { renderReport } from "./render-report.ts";
import { summarize } from "./summarize.ts";

const swap: Swap = {
  kind: "same schema",
  what: "notes",
  startsServer: false,
  whole: { from: 0, to: 1 },
  window: { from: 0, to: 1 },
  arrivedMs: 400,
  pointerMs: 20,
  problem: null,
};
const tab: TabReport = { rounds: 1, posts: 1, requests: 9, routes: 0, vectors: ["v-1"], problems: [] };
const counts = { answered: 1, counted: 1, cut: 0, failed: 0, problems: [] };
const nothing = {
  perSecond: 1,
  seconds: 1,
  generatorDelayMs: 0,
  mutations: { compared: 1, problems: [] },
  counts,
};

test("what went wrong anywhere is counted, and the last line says so", async () => {
  const requests = new Requests();
  await requests.add("query", performance.now(), Promise.resolve());
  await requests.add("query", performance.now(), Promise.reject(new AnswerFault("graphql", "no")));
  const report = summarize({
    ...nothing,
    requests,
    swaps: [swap, { ...swap, arrivedMs: null, pointerMs: null, problem: "refused" }],
    mutations: { compared: 2, problems: ["lost"] },
    counts: { ...counts, problems: ["one too many"] },
    tabs: [{ ...tab, problems: ["thrown"] }],
  });
  expect(report).toMatchObject({ sent: 2, failed: 5, faults: { graphql: 1, transport: 0 } });
  expect(report.problems).toEqual([
    expect.stringContaining("no"),
    "notes: refused",
    "lost",
    "one too many",
    "thrown",
  ]);
  expect(renderReport(report).at(-1)).toBe("failed 5");
});

test("if nothing went wrong, nothing has failed", async () => {
  const requests = new Requests();
  await requests.add("page", performance.now(), Promise.resolve());
  const report = summarize({ ...nothing, requests, swaps: [swap], tabs: [tab] });
  expect(report).toMatchObject({ failed: 0, problems: [], deploys: { warm: { count: 1, max: 400 } } });
  expect(renderReport(report).at(-1)).toBe("failed 0");
});
