import type { Deployment, DeploymentStep } from "@sliceway/protocol";
import { flow } from "../report/flow.ts";
import { inOneLine } from "../report/in-one-line.ts";
import { renderAge } from "../report/render-age.ts";
import { renderMs } from "../report/render-ms.ts";
import { INDENT, label } from "./label.ts";
import type { View } from "./status-view.ts";

/** A deployment under way: each step with its time, and what the present one waits for. */
export function renderUnderWay(deployment: Deployment, view: View): string[] {
  const { colors, width, now } = view;
  const { steps, releases, by, createdAt, preview } = deployment;
  const word = preview ? `preview ${preview.name}` : deployment.canary ? "as a canary" : "";
  const since = `${renderAge((now - Date.parse(createdAt)) / 1000)} by ${by}`;
  const detail = steps.find(({ state }) => state === "running")?.detail;
  return [
    ...flow(label("deploy", colors), [...releases, word, colors.dim(since)], width),
    ...flow(INDENT, renderSteps(steps, view), width),
    ...(detail ? flow(INDENT, [colors.dim(inOneLine(detail))], width) : []),
  ];
}

/** `✔ check 40 ms  ● start 1.2 s  · warm`. That what was replaced has retired is no news here. */
export function renderSteps(steps: readonly DeploymentStep[], view: View): string[] {
  return steps.filter(({ name }) => name !== "retire").map((step) => renderStep(step, view));
}

function renderStep({ name, state, startedAt, ms }: DeploymentStep, { colors, now }: View): string {
  const { green, red, cyan, dim } = colors;
  switch (state) {
    case "waiting":
      return dim(`· ${name}`);
    case "running":
      return `${cyan("●")} ${name} ${dim(renderMs(Math.max(0, now - Date.parse(startedAt ?? ""))))}`;
    case "done":
      return `${green("✔")} ${name} ${dim(renderMs(ms ?? 0))}`;
    case "failed":
      return `${red("✘")} ${name} ${dim(renderMs(ms ?? 0))}`;
    default:
      return state satisfies never;
  }
}
