import type { Deployment } from "@sliceway/protocol";
import { currentPercent } from "../canary/stages.ts";
import { nextStep } from "../reconciliation/deployment/evaluate-canary.ts";
import { Refusal } from "../refusal.ts";
import { deploymentErrors } from "./deployment-errors.ts";

interface Wish {
  /** Percent of the visitors; the next step if absent. */
  to: number | undefined;
  /** The canary as it was when somebody asked. */
  seen: Deployment | undefined;
}

/**
 * The percent of the visitors that a canary is to get by a promotion; null if somebody else has given it that much since
 * it was `seen`. Throws `CANARY_STAYS` if it had that much before.
 */
export function planPromotion(deployment: Deployment, { to, seen = deployment }: Wish): number | null {
  const [before, percent] = [seen, deployment].map((one) => currentPercent(one) ?? 0) as [number, number];
  const target = to ?? (deployment.canary && nextStep(deployment.canary, before)) ?? 100;
  if (target > percent) return target;
  if (target > before) return null;
  throw canaryStays(`It has ${percent}% of the visitors, and nobody is moved back.`);
}

export function canaryStays(message: string): Refusal {
  return new Refusal(deploymentErrors.CANARY_STAYS(message));
}
