import { freePercent } from "./deploy.ts";
import { changeDeployment, type Model, type Move, sliceOf, without } from "./model.ts";

/** The canary of the slice was seen by enough visitors: it goes to its next share, or ends if it fails. */
export function visit(model: Model, slice: string, fails: boolean): Move {
  const own = Object.entries(model.canaries).find(([, { releases }]) =>
    releases.some((ref) => sliceOf(ref) === slice),
  );
  if (!own) return { model };
  return fails ? withdraw(model, own[0]) : goOn(model, own[0]);
}

function withdraw(model: Model, id: string): Move {
  const withdrawn = { ...model, canaries: without(model.canaries, id) };
  return {
    model: changeDeployment(withdrawn, id, { phase: "failed", codes: ["CANARY_WORSE"] }),
    written: { by: "registry", cause: null },
  };
}

function goOn(model: Model, id: string): Move {
  const canary = model.canaries[id];
  const next = model.deployments[id]?.steps.find((step) => step > (canary?.percent ?? 0));
  if (!canary || next === undefined) return { model };
  if (next >= 100) return { model: changeDeployment(model, id, { phase: "promoted" }) };
  if (next > freePercent(model, id)) return { model };
  const canaries = { ...model.canaries, [id]: { ...canary, percent: next } };
  return { model: { ...model, canaries }, written: { by: "registry", cause: null } };
}
