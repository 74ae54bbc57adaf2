import type { Deployment, DeploymentStep } from "@sliceway/manifest";
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
    releases: [],
    state: "running",
    vector: null,
    steps: withTimes,
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
