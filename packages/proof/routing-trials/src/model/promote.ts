import { freePercent } from "./deploy.ts";
import {
  changeDeployment,
  type Deployment,
  holdsAll,
  isUnderWay,
  type Model,
  type Move,
  refuse,
  sliceOf,
} from "./model.ts";

/** More visitors for the slice's canary: its next share, or `to` percent. */
export function promote(model: Model, slice: string, to?: number): Move {
  const under = listOf(model, slice).filter(([, deployment]) => isUnderWay(deployment));
  const shared = under.find(([, { phase }]) => phase === "shared");
  if (shared) return widen(model, shared[0], shared[1], to);
  const [known] =
    under.find(([, deployment]) => isOnItsWay(model, deployment)) ?? lastWithAll(model, slice, to);
  return known ? { model, answer: { code: null, deployment: known } } : refuse(model, "NO_CANARY");
}

type Entry = [id: string, deployment: Deployment];

/** Those that were to make a release of the slice live. */
export function listOf({ deployments }: Model, slice: string): Entry[] {
  return Object.entries(deployments).filter(
    ([, { kind, releases }]) => kind !== "preview" && releases.some((ref) => sliceOf(ref) === slice),
  );
}

/** Somebody has promoted the canary to all already, or all have what it has. */
function isOnItsWay({ live }: Model, { kind, phase, releases }: Deployment): boolean {
  return kind === "canary" && (phase === "promoted" || holdsAll(live, releases));
}

/** To give everybody what everybody has is no error. */
function lastWithAll(model: Model, slice: string, to: number | undefined): Entry | [] {
  const last = findLast(model, slice);
  if (to !== 100 || last?.[1].phase !== "done" || !holdsAll(model.live, last[1].releases)) return [];
  return last;
}

/** The youngest that is over. */
export function findLast(model: Model, slice: string): Entry | undefined {
  return listOf(model, slice)
    .filter(([, deployment]) => !isUnderWay(deployment))
    .sort(([a, one], [b, other]) => other.createdAt - one.createdAt || (a < b ? -1 : 1))[0];
}

/** The percent that a canary gets after this one, unless somebody says `to` how many. */
export function findTarget({ steps }: Deployment, percent: number, to: number | undefined): number {
  return to ?? steps.find((step) => step > percent) ?? 100;
}

function widen(model: Model, id: string, deployment: Deployment, to: number | undefined): Move {
  const canary = model.canaries[id];
  if (!canary) throw new Error(`nobody has the canary ${id}`);
  const target = findTarget(deployment, canary.percent, to);
  if (target <= canary.percent) return refuse(model, "CANARY_STAYS");
  const answer = { code: null, deployment: id };
  if (target >= 100)
    return { model: changeDeployment(model, id, { phase: "promoted" }), answer, noted: [promoted(canary)] };
  if (target > freePercent(model, id)) return refuse(model, "CANARY_STAYS");
  const canaries = { ...model.canaries, [id]: { ...canary, percent: target } };
  return { model: { ...model, canaries }, answer, written: { by: "administrator", cause: "promoted" } };
}

function promoted({ releases, percent }: { releases: readonly string[]; percent: number }): string {
  return `canary ${releases.join(" ")} ${percent}% -> ${releases.join(" ")} 100%`;
}
