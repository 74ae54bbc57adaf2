import type { Deployment, DeploymentStep } from "@sliceway/protocol";
import { expect, test } from "vitest";
import { recordingIo } from "../testing/recording-io.ts";
import { createStepReport } from "./step-report.ts";

function deployment(...steps: [DeploymentStep["name"], DeploymentStep["state"], string?][]): Deployment {
  const withTimes = steps.map(([name, state, detail = null]) => ({
    name,
    state,
    detail,
    startedAt: null,
    ms: 5,
  }));
  return {
    id: "d",
    by: "deploy",
    releases: [],
    state: "running",
    vector: null,
    steps: withTimes,
    canary: null,
    preview: null,
    report: null,
    problems: [],
    createdAt: "",
  };
}

test("each step is told once, when it has ended, however many end between two looks", () => {
  const io = recordingIo();
  const report = createStepReport(io);
  report.show(deployment(["check", "running"], ["start", "waiting"], ["ready", "waiting"]));
  report.show(deployment(["check", "done", "v-1"], ["start", "done", "posts"], ["ready", "running"]));
  report.show(
    deployment(["check", "done", "v-1"], ["start", "done", "posts"], ["ready", "failed", "no\nstack"]),
  );
  expect(io.printed).toEqual(["✔ check     v-1  5 ms", "✔ start     posts  5 ms", "✘ ready     no  5 ms"]);
});

test("a deployment that has to begin again says why its steps come twice", () => {
  const io = recordingIo();
  const report = createStepReport(io);
  report.show(deployment(["check", "done", "v-1"], ["shift", "running"]));
  report.show(deployment(["check", "running"], ["shift", "waiting"]));
  report.show(deployment(["check", "done", "v-2"], ["shift", "done", "revision 2"]));
  expect(io.printed[1]).toMatch(/^✘ shift {5}routing moved meanwhile/);
  expect(io.printed.slice(2)).toEqual(["✔ check     v-2  5 ms", "✔ shift     revision 2  5 ms"]);
});

const seen = (requests: number, failed = 0) => ({ requests, failed, p95Ms: null });
const stage = (percent: number, ms: number | null) => ({
  percent,
  ms,
  startedAt: "",
  canary: seen(100, 1),
  live: seen(900),
});
const canary = (...stages: ReturnType<typeof stage>[]) => ({
  steps: [1, 10, 100],
  stepMinutes: 10,
  samples: 100,
  stages,
});

test("a canary's shares are told as they end, and not again to who promotes it", () => {
  const io = recordingIo();
  const report = createStepReport(io);
  const running = deployment(["canary", "running"], ["shift", "waiting"]);
  report.show({ ...running, canary: canary(stage(1, null)) });
  const widened = { ...running, canary: canary(stage(1, 5), stage(10, null)) };
  report.show(widened);
  const done = deployment(["canary", "done", "10%"], ["shift", "done", "revision 2"], ["retire", "running"]);
  const live: Deployment = { ...done, state: "done", canary: canary(stage(1, 5), stage(10, 5)) };
  report.show(live);
  const last = ["✔ canary    10%  5 ms", "✔ shift     revision 2  5 ms"];
  expect(io.printed).toEqual([
    "✔ canary    1%: 100 requests, 1 failed (1.0%); live 900 requests, 0 failed  5 ms",
    ...last,
  ]);

  const promoting = recordingIo();
  createStepReport(promoting, widened).show(live);
  expect(promoting.printed).toEqual(last);
});
