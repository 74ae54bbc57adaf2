import { expect, test } from "@playwright/test";
import { IDEMPOTENCY_HEADER, releaseRef, VECTOR_HEADER } from "@sliceway/protocol";
import {
  prepareStage,
  renderReport,
  runTrial,
  type Stage,
  shortCatalogue,
  type TrialOptions,
} from "@sliceway/swap-trials";
import { type Fault, startFaultyProxy } from "../src/start-faulty-proxy.ts";

test.describe.configure({ mode: "serial", timeout: 300_000 });

let stage: Stage;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  stage = await prepareStage({ catalogue: shortCatalogue, tell: () => {} });
});

test.afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

test.use({ trace: "off" });

const short: TrialOptions = {
  swaps: 10,
  rollbacks: 3,
  perSecond: 30,
  people: 5,
  periodMs: 2000,
  tabs: true,
  chromiumPath: process.env.CHROMIUM_PATH,
  tell: () => {},
};
const shorter: TrialOptions = { ...short, swaps: 3, rollbacks: 0, perSecond: 20, tabs: false };

test("no request fails during 10 swaps and 3 rollbacks, some of which break what open pages read", async () => {
  const report = await runTrial(stage, short);
  console.log(renderReport(report).join("\n"));
  expect(report).toMatchObject({ failed: 0, problems: [] });
  expect(report.sent).toBeGreaterThan(0);
  expect(report.mutations.compared).toBeGreaterThan(0);
  expect(report.tabs[0]?.posts).toBeGreaterThan(0);
});

test("a trial sees a mutation that is applied twice", async () => {
  const report = await runThrough({ onRequest: (headers) => delete headers[IDEMPOTENCY_HEADER] });
  expect(report.mutations.problems.join("\n")).toContain("is stored 2 times");
  expect(report.failed).toBeGreaterThan(0);
});

test("a trial sees an answer of another release, even if it claims to be of the right one", async () => {
  const report = await runThrough({
    onRequest: (headers) => delete headers[VECTOR_HEADER],
    onAnswer: (headers, asked) => {
      if (asked[VECTOR_HEADER]) headers[VECTOR_HEADER] = asked[VECTOR_HEADER];
    },
  });
  expect(report.faults.vector).toBeGreaterThan(0);
  expect(report.failed).toBeGreaterThan(0);
});

test("a trial sees it when old servers are killed instead of drained", async () => {
  const report = await runTrial(stage, { ...shorter, onSwap: killOldServers });
  expect(report.faults.graphql).toBeGreaterThan(0);
  expect(report.failed).toBeGreaterThan(0);
});

async function runThrough(fault: Fault) {
  await using proxy = await startFaultyProxy(stage.env.gatewayUrl, fault);
  return await runTrial(stage, { ...shorter, gatewayUrl: proxy.url });
}

async function killOldServers(): Promise<void> {
  const { registry } = stage.env;
  const { releases } = await registry.getVector((await registry.getRouting()).live ?? "");
  const live: string[] = Object.entries(releases).map(([slice, id]) => releaseRef({ slice, id }));
  const old = stage.env.children().filter(({ name }) => name.includes("@") && !live.includes(name));
  for (const { pid } of old) process.kill(pid, "SIGKILL");
}
