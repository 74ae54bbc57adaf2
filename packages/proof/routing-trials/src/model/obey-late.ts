import type { Command } from "../commands/command.ts";
import { DONE, holdsAll, isUnderWay, type Model, type Move, refuse, sliceOf, type View } from "./model.ts";
import { findTarget, listOf } from "./promote.ts";

/**
 * What else may come of a command that others were quicker than: it was meant for the canary that was there when people
 * were sent where `seen` says, and that has ended or gone on since. Null if what it does now is all.
 */
export function obeyLate(model: Model, command: Command, seen: View): Move | null {
  if (command.kind !== "rollback" && command.kind !== "promote") return null;
  const { slice } = command;
  const id = findCanary(seen, slice);
  if (id === undefined) return null;
  if (command.kind === "promote") return promoteLate(model, { ...command, id, seen });
  const isGone = findCanary(model, slice) === undefined && !holdsAll(model.live, releasesOf(seen, id));
  return isGone && !command.only ? { model, answer: DONE } : null;
}

interface LatePromotion {
  slice: string;
  to?: number;
  id: string;
  seen: View;
}

/** Somebody else has taken the step, or has ended the canary and begun another. */
function promoteLate(model: Model, { slice, to, id, seen }: LatePromotion): Move | null {
  const deployment = model.deployments[id];
  if (!deployment) throw new Error(`the model has no deployment ${id}`);
  const before = seen.canaries[id]?.percent ?? 0;
  const target = findTarget(deployment, before, to);
  const isGiven = target > before && target <= (model.canaries[id]?.percent ?? 0);
  const isDone = deployment.phase === "done" && holdsAll(model.live, deployment.releases);
  if (isGiven || isDone) return { model, answer: { code: null, deployment: id } };
  const isOver = deployment.phase === "ending" || deployment.phase === "failed";
  const others = listOf(model, slice).filter(([other, { kind }]) => other !== id && kind === "canary");
  return isOver && others.some(([, other]) => isUnderWay(other)) ? refuse(model, "NO_CANARY") : null;
}

function findCanary({ canaries }: View, slice: string): string | undefined {
  const found = Object.entries(canaries).find(([, { releases }]) =>
    releases.some((ref) => sliceOf(ref) === slice),
  );
  return found?.[0];
}

function releasesOf({ canaries }: View, id: string): readonly string[] {
  return canaries[id]?.releases ?? [];
}
