import type { Deployment, Problem } from "@sliceway/protocol";
import { problemAt } from "../../problem-at.ts";
import type { Facts, KnownGateway } from "./facts.ts";
import type { Progress } from "./progress.ts";
import { stepErrors } from "./step-errors.ts";

/** Every gateway must be able to serve the candidate before anybody is sent to it. */
export function evaluateWarm({ vector }: Deployment, { gateways }: Facts): Progress {
  const problems = gateways.flatMap((gateway) => findRefusal(gateway, vector));
  if (problems.length > 0) return { kind: "fail", problems };
  const cold = gateways.filter(({ vectors }) => vector === null || !vectors.includes(vector));
  if (cold.length > 0) return { kind: "wait", detail: `waiting for ${names(cold)} to build ${vector}` };
  return { kind: "pass", detail: gateways.length === 0 ? "no gateways" : `built by ${names(gateways)}` };
}

/** The hand-over is complete when nobody routes by an older revision. The old servers go by pins, not by this. */
export function evaluateDrained({ gateways, shiftedRevision }: Facts): Progress {
  const behind = gateways.filter(({ revision }) => shiftedRevision !== null && revision < shiftedRevision);
  return behind.length > 0
    ? { kind: "wait", detail: `waiting for ${names(behind)} to take revision ${shiftedRevision}` }
    : { kind: "pass", detail: "no gateway sends new pages to what was live before" };
}

function findRefusal({ id, failed }: KnownGateway, vector: string | null): Problem[] {
  const reason = vector === null ? undefined : failed[vector];
  if (reason === undefined) return [];
  return [problemAt(null, stepErrors.GATEWAY_REFUSED(`The gateway ${id} cannot serve ${vector}: ${reason}`))];
}

function names(gateways: readonly KnownGateway[]): string {
  return gateways.map((gateway) => gateway.id).join(", ");
}
