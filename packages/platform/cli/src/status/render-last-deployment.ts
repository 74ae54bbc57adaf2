import type { Deployment } from "@sliceway/protocol";
import { flow } from "../report/flow.ts";
import { inOneLine } from "../report/in-one-line.ts";
import { renderAge } from "../report/render-age.ts";
import { renderMs } from "../report/render-ms.ts";
import { renderSwap } from "../report/render-swap.ts";
import { INDENT, label } from "./label.ts";
import { renderSteps } from "./render-under-way.ts";
import type { View } from "./status-view.ts";

/** How long the last deployment is still of interest. */
const SHOWN_MS = 10 * 60_000;

/** How the last deployment went, for as long as somebody may wonder. */
export function renderLastDeployment(deployment: Deployment | null, view: View): string[] {
  if (!deployment) return [];
  const { colors, width, now } = view;
  const endedAt = endOf(deployment);
  if (now - endedAt > SHOWN_MS) return [];
  const { steps, releases, by, state, report, problems } = deployment;
  const outcome = state === "done" ? colors.green("done") : colors.red("failed");
  const took = `in ${renderMs(endedAt - Date.parse(deployment.createdAt))}`;
  const ago = `${renderAge((now - endedAt) / 1000)} ago`;
  const facts = [...releases, `${outcome} ${took}`, colors.dim(`${ago} by ${by}`)];
  return [
    ...flow(label("last", colors), facts, width),
    ...flow(INDENT, renderSteps(steps, view), width),
    ...problems.slice(0, 1).flatMap(({ message }) => flow(INDENT, [colors.red(inOneLine(message))], width)),
    ...(report?.old.vector ? flow(INDENT, renderSwap(report).split(/[,;] /), width) : []),
  ];
}

function endOf({ steps, createdAt }: Deployment): number {
  const ends = steps.flatMap(({ name, startedAt, ms }) =>
    startedAt === null || ms === null || name === "retire" ? [] : [Date.parse(startedAt) + ms],
  );
  return Math.max(Date.parse(createdAt), ...ends);
}
