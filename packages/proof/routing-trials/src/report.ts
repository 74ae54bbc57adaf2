import { type Numbered, renderCommand } from "./commands/command.ts";
import type { Options } from "./options.ts";
import type { Counts, TrialResult } from "./trial/run-trial.ts";

type Groups = readonly (readonly Numbered[])[];

/** What was tried, and what was answered. */
export function renderResult({ seed }: Options, groups: Groups, { counts, revision }: TrialResult): string {
  const several = groups.filter((group) => group.length > 1).length;
  return [
    ...renderCounts(counts),
    `seed ${seed}: ${groups.flat().length} commands, ${several} times several at once, ${revision} revisions: every state equal`,
  ].join("\n");
}

/** The commands that it takes, what differs, and how to see it again. */
export function renderFailure(
  { seed, commands }: Options,
  groups: Groups,
  { reason }: Extract<TrialResult, { ok: false }>,
): string {
  const numbers = groups
    .flat()
    .map(({ number }) => number)
    .join(",");
  return [
    reason,
    "",
    ...groups.map((group) => group.map(renderCommand).join("  and at the same time  ")),
    "",
    `seed ${seed}: the registry and the model differ`,
    `again: npm run test:routing -- --seed ${seed} --commands ${commands} --only ${numbers}`,
  ].join("\n");
}

function renderCounts(counts: Counts): string[] {
  return Object.entries(counts)
    .sort()
    .map(([kind, outcomes]) => {
      const parts = Object.entries(outcomes).sort(([, a], [, b]) => b - a);
      return `${kind.padEnd(14)} ${parts.map(([outcome, times]) => `${times} ${outcome}`).join(", ")}`;
    });
}
