import { checkReleases } from "./check-releases.ts";
import { goLive } from "./go-live.ts";
import {
  changeDeployment,
  type Deployment,
  holdsAll,
  isUnderWay,
  type Model,
  type Move,
  refuse,
  sliceOf,
  withReleases,
} from "./model.ts";

type Order = Pick<Deployment, "kind" | "releases" | "createdAt"> &
  Partial<Pick<Deployment, "steps" | "preview">>;

/** A deployment begins; what comes of it is the registry's regular work. */
export function beginDeployment(model: Model, id: string, order: Order): Move {
  if (order.kind === "canary") {
    const code = refuseCanary(model, order);
    if (code !== null) return refuse(model, code);
  }
  const deployment: Deployment = { steps: [], preview: null, ...order, phase: "begun", codes: [] };
  return {
    model: { ...model, deployments: { ...model.deployments, [id]: deployment } },
    answer: { code: null, deployment: id },
    noted: [`deploy ${order.releases.join(" ")}`],
  };
}

function refuseCanary(model: Model, { releases, steps = [] }: Order): string | null {
  const slices = releases.map(sliceOf);
  const others = Object.values(model.deployments).filter(({ kind }) => kind === "canary");
  const isTaken = others
    .filter(isUnderWay)
    .some((other) => other.releases.some((ref) => slices.includes(sliceOf(ref))));
  if (isTaken) return "CANARY_RUNNING";
  return !isForAll({ steps }) && (steps[0] ?? 0) > freePercent(model) ? "DEPLOYMENT_INVALID" : null;
}

/** What the registry does next for a deployment; null if nothing. */
export function carryOn(model: Model, id: string): Move | null {
  const deployment = model.deployments[id];
  switch (deployment?.phase) {
    case "begun":
      return takeUp(model, id, deployment);
    case "promoted":
      return shift(model, id);
    case "settling":
      return { model: changeDeployment(model, id, { phase: "done" }) };
    case "ending":
      return { model: changeDeployment(model, id, noticeEnd(model, deployment)) };
    default:
      return null;
  }
}

/** Somebody has ended the canary, or made live what it has: what counts is what is live when it notices. */
function noticeEnd({ live }: Model, { releases }: Deployment): Partial<Deployment> {
  return holdsAll(live, releases) ? { phase: "settling" } : { phase: "failed", codes: ["CANARY_ENDED"] };
}

function takeUp(model: Model, id: string, deployment: Deployment): Move {
  const { kind, releases } = deployment;
  const codes = checkReleases(model, releases);
  if (codes.length > 0) return { model: changeDeployment(model, id, { phase: "failed", codes }) };
  if (kind === "preview") return openPreview(model, id, deployment);
  if (holdsAll(model.live, releases)) return { model: changeDeployment(model, id, { phase: "settling" }) };
  if (kind === "canary" && !isForAll(deployment)) return shareFirst(model, id, deployment);
  const settling = changeDeployment(model, id, { phase: "settling" });
  const written = { by: "administrator", cause: `deployment ${id}` } as const;
  return { model: goLive(settling, withReleases(model.live, releases)), written };
}

/** Its first step is everybody: it needs no room beside other canaries. */
function isForAll({ steps }: Pick<Deployment, "steps">): boolean {
  return (steps[0] ?? 100) >= 100;
}

function openPreview(model: Model, id: string, { releases, preview }: Deployment): Move {
  if (!preview) throw new Error(`the preview ${id} has no name`);
  const { name, until } = preview;
  const shown = { releases, vector: withReleases(model.live, releases), until };
  return {
    model: {
      ...changeDeployment(model, id, { phase: "done" }),
      previews: { ...model.previews, [name]: shown },
    },
    written: { by: "administrator", cause: `deployment ${id}` },
  };
}

function shareFirst(model: Model, id: string, { releases, steps }: Deployment): Move {
  const [percent = 100] = steps;
  if (percent > freePercent(model))
    return { model: changeDeployment(model, id, { phase: "failed", codes: ["NO_ROOM"] }) };
  const canary = { releases, percent, vector: withReleases(model.live, releases) };
  return {
    model: {
      ...changeDeployment(model, id, { phase: "shared" }),
      canaries: { ...model.canaries, [id]: canary },
    },
    written: { by: "registry", cause: null },
  };
}

function shift(model: Model, id: string): Move {
  const canary = model.canaries[id];
  if (!canary) throw new Error(`nobody has the canary ${id}`);
  const settling = changeDeployment(model, id, { phase: "settling" });
  const written = { by: "administrator", cause: `deployment ${id}` } as const;
  return { model: goLive(settling, canary.vector, { own: id }), written };
}

/** Of the visitors, without those of all canaries but one. */
export function freePercent({ canaries }: Model, except?: string): number {
  const others = Object.entries(canaries).filter(([id]) => id !== except);
  return 100 - others.reduce((sum, [, { percent }]) => sum + percent, 0);
}
