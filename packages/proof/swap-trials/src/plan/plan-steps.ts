import type { BuiltVariant } from "../releases/build-catalogue.ts";

/** What a step is to the pages that are open. */
export type SwapKind =
  | "same schema"
  | "adds a field"
  | "drops a field that open pages read"
  | "shell"
  | "two slices at once"
  | "rollback";

/** One change of what is live. */
export type Step = { swap: SwapKind; what: string } & (
  | { kind: "deploy"; variants: BuiltVariant[] }
  | { kind: "rollback"; slice: string }
);

export interface Wish {
  /** Per slice, in the order in which they go live. */
  catalogue: readonly (readonly BuiltVariant[])[];
  swaps: number;
  rollbacks: number;
  /** Slice to the release that is live at the start. */
  live: Record<string, string>;
}

const PAIR_EVERY = 7;

/**
 * Deployments of one slice after the other, each seventh of two at once, with rollbacks of what has just gone live
 * spread evenly among them. Pure: the same wish gives the same steps.
 */
export function planSteps({ catalogue, swaps, rollbacks, live }: Wish): Step[] {
  const current = catalogue.map((variants) => findCurrent(variants, live));
  const steps: Step[] = [];
  let rolledBack = 0;
  for (let swap = 0; swap < swaps; swap += 1) {
    const first = swap % catalogue.length;
    const isPair = catalogue.length > 1 && swap % PAIR_EVERY === PAIR_EVERY - 1;
    const changing = isPair ? [first, (first + 2) % catalogue.length] : [first];
    steps.push(deploy(changing, catalogue, current));
    const due = Math.floor(((swap + 1) * rollbacks) / swaps);
    if (due > rolledBack) steps.push(rollBack(first, catalogue, current));
    rolledBack = due;
  }
  return steps;
}

function findCurrent(variants: readonly BuiltVariant[], live: Wish["live"]): number {
  const found = variants.findIndex(({ slice, release }) => live[slice] === release.id);
  if (found < 0) throw new RangeError(`What is live of ${variants[0]?.slice} is none of the variants.`);
  return found;
}

function deploy(changing: number[], catalogue: Wish["catalogue"], current: number[]): Step {
  const changes = changing.map((slice) => {
    const variants = catalogue[slice] ?? [];
    const from = variants[current[slice] ?? 0];
    current[slice] = ((current[slice] ?? 0) + 1) % variants.length;
    const to = variants[current[slice] ?? 0];
    if (!from || !to) throw new RangeError("A slice has no variants.");
    return { from, to };
  });
  const [change] = changes;
  const swap = changes.length > 1 || !change ? "two slices at once" : kindOf(change);
  const what = changes.map(({ to }) => `${to.slice} ${to.name}`).join(", ");
  return { kind: "deploy", swap, what, variants: changes.map(({ to }) => to) };
}

/** Only directly after a deployment of the slice: the variant before is what it goes back to. */
function rollBack(slice: number, catalogue: Wish["catalogue"], current: number[]): Step {
  const variants = catalogue[slice] ?? [];
  current[slice] = ((current[slice] ?? 0) + variants.length - 1) % variants.length;
  const to = variants[current[slice] ?? 0];
  if (!to) throw new RangeError("A slice has no variants.");
  return { kind: "rollback", swap: "rollback", what: `${to.slice} back to ${to.name}`, slice: to.slice };
}

function kindOf({ from, to }: { from: BuiltVariant; to: BuiltVariant }): SwapKind {
  if (from.release.role === "shell") return "shell";
  if (from.fields.some((field) => !to.fields.includes(field))) return "drops a field that open pages read";
  return to.fields.some((field) => !from.fields.includes(field)) ? "adds a field" : "same schema";
}
