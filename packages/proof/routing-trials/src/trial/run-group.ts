import type { Deployment } from "@sliceway/protocol";
import type { Numbered } from "../commands/command.ts";
import { isUnderWay, type Model, sliceOf } from "../model/model.ts";
import { sendCommand } from "../world/send-command.ts";
import type { World } from "../world/start-world.ts";
import { waitUntil } from "../world/wait-until.ts";
import { type Explanation, explain } from "./explain.ts";
import { observe } from "./observe.ts";
import type { ObservedAnswer } from "./observed.ts";

/** Where a trial is. */
export interface Standing {
  model: Model;
  revision: number;
}

export type GroupResult = (Explanation & { revision: number }) & { answers: Record<number, ObservedAnswer> };

/** From one group to the next: no two have the same time. */
const PAUSE_MS = 1_000;
/** For so long a canary is looked at before it goes on. */
const STEP_MS = 5_000;
const REQUESTS = 300;

/** Sends the commands of a group at the same time, and compares what comes of them with the model. */
export async function runGroup(
  world: World,
  { model, revision }: Standing,
  commands: readonly Numbered[],
): Promise<GroupResult> {
  await Promise.all(commands.flatMap(listReleases).map(world.publish));
  world.registry.passMs(PAUSE_MS + minutesOf(commands) * 60_000);
  const answers = Object.fromEntries(
    await Promise.all(
      commands.map(async (command) => [command.number, await sendCommand(world, command)] as const),
    ),
  );
  await Promise.all(commands.map((command) => visit(world, model, command)));
  const under = Object.entries(model.deployments).filter(([, deployment]) => isUnderWay(deployment));
  const begun = Object.values(answers).flatMap(({ deployment }) => deployment ?? []);
  const deployments = [...new Set([...under.map(([id]) => id), ...begun])];
  const sight = await observe(world, { answers, deployments, revision });
  const shared = { revision: sight.revision, answers };
  if (sight.faults.length > 0) return { ok: false, reason: sight.faults.join("\n"), ...shared };
  return { ...explain(model, commands, sight.observed), ...shared };
}

function listReleases(command: Numbered): string[] {
  if ("releases" in command) return command.releases;
  return command.kind === "revoke" ? [command.release] : [];
}

function minutesOf(commands: readonly Numbered[]): number {
  return commands.reduce((sum, command) => sum + (command.kind === "pass" ? command.minutes : 0), 0);
}

/** Lets visitors have the slice's canary, until the registry has judged it by them. */
async function visit({ registry, fakes }: World, model: Model, command: Numbered): Promise<void> {
  if (command.kind !== "visit") return;
  const own = Object.entries(model.canaries).find(([, { releases }]) =>
    releases.some((ref) => sliceOf(ref) === command.slice),
  );
  if (!own) return;
  const before = await registry.client.getDeployment(own[0]);
  registry.passMs(STEP_MS);
  await fakes.visit(before.vector ?? "", { requests: REQUESTS, ...command });
  await waitUntil(`the canary ${before.id} to be judged`, async () => {
    const deployment = await registry.client.getDeployment(before.id);
    return hasSeen(before, deployment) ? true : null;
  });
}

/** It has ended or gone on, or shows that it has seen all and stays. */
function hasSeen(before: Deployment, after: Deployment): boolean {
  const isAtCanary = after.steps.some(({ name, state }) => name === "canary" && state === "running");
  const [old, now] = [before, after].map(({ canary }) => canary?.stages ?? []);
  if (after.state !== "running" || !isAtCanary || now?.length !== old?.length) return true;
  return (now?.at(-1)?.canary.requests ?? 0) >= (old?.at(-1)?.canary.requests ?? 0) + REQUESTS;
}
