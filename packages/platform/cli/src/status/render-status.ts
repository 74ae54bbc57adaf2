import type { PreviewStatus } from "../platform/status.ts";
import { flow } from "../report/flow.ts";
import { clockTime, localTime } from "../report/local-time.ts";
import { renderAge } from "../report/render-age.ts";
import { label } from "./label.ts";
import { renderCanary } from "./render-canary.ts";
import { renderContraction } from "./render-contraction.ts";
import { renderDead, renderEvents } from "./render-events.ts";
import { renderHeld } from "./render-held.ts";
import { renderLastDeployment } from "./render-last-deployment.ts";
import { renderRate } from "./render-rate.ts";
import { renderServers } from "./render-servers.ts";
import { renderUnderWay } from "./render-under-way.ts";
import type { View, WholeStatus } from "./status-view.ts";

/** The status for a terminal: what is live, a table of the servers, and whatever else there is to know. */
export function renderStatus(status: WholeStatus, view: View): string[] {
  const rest = [
    ...status.deployments.flatMap((deployment) => renderUnderWay(deployment, view)),
    ...status.canaries.flatMap((canary) => renderCanary(canary, view)),
    ...status.previews.flatMap((preview) => renderPreview(preview, view)),
    ...renderHeld(status, view),
    ...renderRevoked(status.revoked, view),
    ...status.contractions.flatMap((contraction) => renderContraction(contraction, view)),
    ...renderEvents(status.events, view),
    ...renderDead(status.deadLetters, view),
    ...renderLastDeployment(status.lastDeployment, view),
  ];
  const parts = [renderHead(status, view), renderServers(status.slices, view), rest];
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : ["", ...part]));
}

function renderHead(status: WholeStatus, { colors: { bold, dim }, width }: View): string[] {
  if (status.live === null)
    return [`Nothing is live yet at ${status.gatewayUrl}.`, "Deploy: sliceway deploy <slice>"];
  const facts = [
    `revision ${status.revision}`,
    status.since && `since ${localTime(status.since)}`,
    status.cause && `(${status.cause.replace(/^deployment .*/, "deployment")})`,
    renderRate(status.requestsPerSecond),
  ].filter((fact) => fact !== null && fact !== "");
  return [
    ...flow("live  ", [bold(status.live), ...facts.map((fact) => dim(String(fact)))], width),
    `at    ${status.gatewayUrl}`,
  ];
}

/** Releases that must not run any more. */
function renderRevoked(revoked: readonly string[], { colors, width }: View): string[] {
  return revoked.length === 0 ? [] : flow(label("revoked", colors), revoked, width);
}

/** A preview, and when it ends. */
function renderPreview({ name, releases, until, isolated }: PreviewStatus, view: View): string[] {
  const { colors, width, now } = view;
  const left = `${renderAge(Math.max(0, Date.parse(until) - now) / 1000)} left`;
  const apart = isolated.length > 0 ? colors.dim(`own database: ${isolated.join(" ")}`) : "";
  const facts = [name, ...releases, `until ${clockTime(until)}, ${left}`, apart];
  return flow(label("preview", colors), facts, width);
}
