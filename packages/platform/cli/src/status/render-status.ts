import { flow } from "../report/flow.ts";
import { localTime } from "../report/local-time.ts";
import { renderCanary } from "./render-canary.ts";
import { renderContraction } from "./render-contraction.ts";
import { renderDead, renderEvents } from "./render-events.ts";
import { renderHeld } from "./render-held.ts";
import { renderLastDeployment } from "./render-last-deployment.ts";
import { renderPreview } from "./render-preview.ts";
import { renderRate } from "./render-rate.ts";
import { renderRevoked } from "./render-revoked.ts";
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
