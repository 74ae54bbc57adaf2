import { endCanary } from "./end-canary.ts";
import { goLive } from "./go-live.ts";
import { DONE, type Model, type Move, refuse, sliceOf } from "./model.ts";

/** Ends the slice's canary; without one, leads the slice back. */
export function rollBack(model: Model, slice: string, only?: "canary"): Move {
  const own = Object.entries(model.canaries).filter(([, { releases }]) =>
    releases.some((ref) => sliceOf(ref) === slice),
  );
  if (own.length > 0) {
    const ended = own.map(([id]) => id).reduce(endCanary, model);
    return { model: ended, answer: DONE, written: { by: "administrator", cause: "rollback of the canary" } };
  }
  if (only === "canary") return { model, answer: DONE };
  return leadBack(model, slice);
}

function leadBack(model: Model, slice: string): Move {
  const way = model.rollback[slice];
  if (!way) return refuse(model, "NO_ROLLBACK");
  const { live } = model;
  const excluded = Object.keys({ ...live, ...way.vector }).filter((one) => live[one] !== way.vector[one]);
  return {
    model: goLive(model, way.vector, { excluded }),
    answer: DONE,
    written: { by: "administrator", cause: `rollback of ${slice}` },
  };
}
