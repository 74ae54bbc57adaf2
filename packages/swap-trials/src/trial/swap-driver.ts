import type { DevEnv } from "@sliceway/dev-env";
import { type Deployment, releaseRef } from "@sliceway/manifest";
import type { Requests } from "../load/requests.ts";
import type { Step } from "../plan/plan-steps.ts";
import type { Swap } from "./swap.ts";
import { ArrivalWatch } from "./watch-arrival.ts";

const PATIENCE_MS = 60_000;
/** `performance.now()` at the epoch. */
const EPOCH = performance.now() - Date.now();

interface Stage {
  env: DevEnv;
  gatewayUrl: string;
  requests: Requests;
}

/** Takes a step and resolves to how it went, once every new page comes on what it has made live. */
export async function takeStep(stage: Stage, step: Step): Promise<Swap> {
  const { registry } = stage.env;
  const startsServer = step.kind === "deploy" && needsServer(stage.env, step);
  await using watch = new ArrivalWatch(stage.gatewayUrl, stage.requests);
  const from = performance.now();
  const outcome = await (step.kind === "deploy"
    ? deploy(stage.env, step)
    : rollBack(stage.env, step.slice)
  ).catch((error: Error) => ({ problem: error.message }));
  const base = { kind: step.swap, what: step.what, startsServer };
  if ("problem" in outcome) {
    const whole = { from, to: performance.now() };
    return { ...base, whole, window: whole, arrivedMs: null, pointerMs: null, problem: outcome.problem };
  }
  const seenAt = await watch.seen(outcome.vector, PATIENCE_MS);
  const whole = { from, to: performance.now() };
  const movedAt = await readMove(registry, outcome);
  if (seenAt === null) {
    const problem = `no new page has come on ${outcome.vector}`;
    return { ...base, whole, window: whole, arrivedMs: null, pointerMs: null, problem };
  }
  return {
    ...base,
    whole,
    window: outcome.window ?? whole,
    arrivedMs: seenAt + EPOCH - from,
    pointerMs: seenAt - movedAt,
    problem: null,
  };
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
