import { endCanary } from "./end-canary.ts";
import { DONE, holdsAll, type Model, type Move, type Releases, refuse } from "./model.ts";

/** Nothing leads to the release any more. */
export function revoke(model: Model, ref: string): Move {
  if (model.revoked.includes(ref)) return { model, answer: DONE };
  if (holdsAll(model.live, [ref])) return refuse(model, "RELEASE_LIVE");
  const holding = Object.entries(model.canaries).filter(([, { vector }]) => holdsAll(vector, [ref]));
  const ended = holding.map(([id]) => id).reduce(endCanary, model);
  const next: Model = {
    ...ended,
    rollback: stillOpen(model.rollback, ref),
    previews: stillOpen(model.previews, ref),
    revoked: [...model.revoked, ref],
  };
  return { model: next, answer: DONE, written: { by: "administrator", cause: `${ref} revoked` } };
}

function stillOpen<T extends { vector: Releases }>(
  ways: Readonly<Record<string, T>>,
  ref: string,
): Record<string, T> {
  return Object.fromEntries(Object.entries(ways).filter(([, { vector }]) => !holdsAll(vector, [ref])));
}
