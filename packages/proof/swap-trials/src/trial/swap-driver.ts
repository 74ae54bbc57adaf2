import type { DevEnv } from "@sliceway/dev-env";
import { type Deployment, releaseRef } from "@sliceway/protocol";
import type { Requests } from "../load/requests.ts";
import type { Step } from "../plan/plan-steps.ts";
import type { Swap } from "./swap.ts";
import { ArrivalWatch } from "./watch-arrival.ts";

const PATIENCE_MS = 60_000;
/** From times of the epoch, as `Date.now()` says them, to those of `performance.now()`. */
const EPOCH = performance.now() - Date.now();

export interface StepStage {
  env: DevEnv;
  gatewayUrl: string;
  requests: Requests;
}

/** Takes a step and resolves to how it went, once every new page comes on what it has made live. */
export async function takeStep({ env, gatewayUrl, requests }: StepStage, step: Step): Promise<Swap> {
  const startsServer = step.kind === "deploy" && needsServer(env, step);
  const base = { kind: step.swap, what: step.what, startsServer };
  await using watch = new ArrivalWatch(gatewayUrl, requests);
  const from = performance.now();
  try {
    const outcome = await (step.kind === "deploy" ? deploy(env, step) : rollBack(env, step.slice));
    const seenAt = await watch.seen(outcome.vector, PATIENCE_MS);
    if (seenAt === null) throw new Error(`no new page has come on ${outcome.vector}`);
    const whole = { from, to: performance.now() };
    const pointerMs = seenAt - (await readMove(env.registry, outcome));
    const window = outcome.window ?? whole;
    return { ...base, whole, window, arrivedMs: seenAt + EPOCH - from, pointerMs, problem: null };
  } catch (error) {
    const whole = { from, to: performance.now() };
    const problem = (error as Error).message;
    return { ...base, whole, window: whole, arrivedMs: null, pointerMs: null, problem };
  }
}

function needsServer(env: DevEnv, { variants }: Step & { kind: "deploy" }): boolean {
  const running = new Set(env.children().map(({ name }) => name));
  return variants.some(({ release }) => release.role !== "shell" && !running.has(releaseRef(release)));
}

interface Outcome {
  vector: string;
  cause: string;
  window: Swap["window"] | null;
}

async function deploy(env: DevEnv, { variants }: Step & { kind: "deploy" }): Promise<Outcome> {
  const deployment = await env.deploy(...variants.map(({ release }) => release));
  if (deployment.state !== "done" || !deployment.vector)
    throw new Error(deployment.problems.map(({ message }) => message).join("; "));
  return { vector: deployment.vector, cause: `deployment ${deployment.id}`, window: windowOf(deployment) };
}

async function rollBack({ registry }: DevEnv, slice: string): Promise<Outcome> {
  const { live } = await registry.rollback(slice);
  if (live === null) throw new Error("nothing is live after a rollback");
  return { vector: live, cause: `rollback of ${slice}`, window: null };
}

function windowOf({ steps }: Deployment): Swap["window"] | null {
  const warm = steps.find(({ name }) => name === "warm");
  const drain = steps.find(({ name }) => name === "drain");
  if (!warm?.startedAt || !drain?.startedAt) return null;
  return {
    from: Date.parse(warm.startedAt) + EPOCH,
    to: Date.parse(drain.startedAt) + (drain.ms ?? 0) + EPOCH,
  };
}

/** When the pointer was moved, as of `Date.now()`. */
async function readMove(registry: DevEnv["registry"], { vector, cause }: Outcome): Promise<number> {
  const history = await registry.listHistory();
  const move = history.find((change) => change.live === vector && change.cause === cause);
  return move ? Date.parse(move.at) : Number.NaN;
}
