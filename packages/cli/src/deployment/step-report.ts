import type { Deployment } from "@sliceway/manifest";
import type { Io } from "../io.ts";
import { type Step, startStep } from "../report/steps.ts";

/** Shows a deployment's steps, each once when it has ended. `show` takes every newer view of the same deployment. */
export function createStepReport(io: Io): { show(deployment: Deployment): void } {
  let told = 0;
  let current: Step | undefined;

  function begin(name: string): Step {
    current ??= startStep(io, name);
    return current;
  }

  return {
    show: ({ steps }) => {
      const ended = steps.filter(({ state }) => state === "done" || state === "failed").length;
      if (ended < told) {
        begin("shift").fail("routing moved meanwhile; checking against what is live now");
        current = undefined;
        told = 0;
      }
      for (const step of steps.slice(told, ended)) {
        const end = begin(step.name);
        const detail = step.detail?.split("\n")[0] ?? "";
        step.state === "done" ? end.done(detail, step.ms ?? 0) : end.fail(detail, step.ms ?? 0);
        current = undefined;
        told += 1;
      }
      const running = steps.find(({ state }) => state === "running");
      if (running) begin(running.name).note(running.detail ?? "");
    },
  };
}
