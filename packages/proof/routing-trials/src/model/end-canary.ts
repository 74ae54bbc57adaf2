import { changeDeployment, type Model, without } from "./model.ts";

/** Its visitors have what is live; the deployment notices a moment later. */
export function endCanary(model: Model, id: string): Model {
  const ended = { ...model, canaries: without(model.canaries, id) };
  return changeDeployment(ended, id, { phase: "ending" });
}
