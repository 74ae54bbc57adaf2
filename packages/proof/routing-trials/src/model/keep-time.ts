import { isUnderWay, type Model, sliceOf } from "./model.ts";
import { findLast } from "./promote.ts";

/** The model at a later time: rollbacks and previews that are over are not in it. */
export function keepTime(model: Model, now: number): Model {
  const [rollback, previews] = [stillOpen(model.rollback, now), stillOpen(model.previews, now)];
  return { ...model, now, rollback, previews };
}

/** The model without deployments that nobody asks for any more. */
export function forgetDeployments(model: Model): Model {
  const slices = new Set(Object.values(model.deployments).flatMap(({ releases }) => releases.map(sliceOf)));
  const last = [...slices].map((slice) => findLast(model, slice)?.[0]);
  const kept = Object.entries(model.deployments).filter(
    ([id, deployment]) => isUnderWay(deployment) || last.includes(id),
  );
  return { ...model, deployments: Object.fromEntries(kept) };
}

function stillOpen<T extends { until: number }>(
  ways: Readonly<Record<string, T>>,
  now: number,
): Record<string, T> {
  return Object.fromEntries(Object.entries(ways).filter(([, { until }]) => until > now));
}
