import { type Numbered, renderCommand } from "../commands/command.ts";
import type { TestPostgres } from "../world/postgres.ts";
import { startWorld } from "../world/start-world.ts";
import type { ObservedAnswer } from "./observed.ts";
import { runGroup } from "./run-group.ts";

export interface TrialOptions {
  postgres: TestPostgres;
  groups: readonly (readonly Numbered[])[];
  /** Told after each group. */
  progress?: (text: string) => void;
}

/** How often a kind of command was done, or refused with a code. */
export type Counts = Record<string, Record<string, number>>;

export type TrialResult =
  | { ok: true; counts: Counts; revision: number }
  /** `at`: how many groups were tried, the one that fails among them. */
  | { ok: false; counts: Counts; revision: number; at: number; reason: string };

/** Runs the groups one after the other on a registry of their own, until the registry and the model differ. */
export async function runTrial({ postgres, groups, progress }: TrialOptions): Promise<TrialResult> {
  await using world = await startWorld(postgres);
  const counts: Counts = {};
  let { model } = world;
  let { revision } = await world.registry.client.getRouting();
  for (const [index, group] of groups.entries()) {
    const result = await runGroup(world, { model, revision }, group).catch((error: unknown) => {
      return { ok: false, reason: String(error), revision, answers: {} } as const;
    });
    revision = result.revision;
    count(counts, group, result.answers);
    progress?.(renderGroup(group, result.answers));
    if (!result.ok) return { ok: false, counts, revision, at: index + 1, reason: result.reason };
    model = result.model;
  }
  return { ok: true, counts, revision };
}

type Answers = Record<number, ObservedAnswer>;

function count(counts: Counts, group: readonly Numbered[], answers: Answers): void {
  for (const { kind, number } of group) {
    const outcome = answers[number]?.code ?? "done";
    const own = { ...counts[kind] };
    counts[kind] = { ...own, [outcome]: (own[outcome] ?? 0) + 1 };
  }
}

function renderGroup(group: readonly Numbered[], answers: Answers): string {
  return group
    .map((command) => `${renderCommand(command)}: ${answers[command.number]?.code ?? "done"}`)
    .join(" | ");
}
