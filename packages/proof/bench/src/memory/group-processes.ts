import type { ProcessFacts } from "./proc.ts";

/** Processes that belong together, by name: a server, PostgreSQL with its backends. */
export interface ProcessGroup {
  name: string;
  pids: number[];
}

/**
 * Puts every descendant of the roots into the group of the nearest root above it. Roots that no longer run give no
 * group. Sorted as the roots are.
 */
export function groupProcesses(
  roots: readonly { name: string; pid: number }[],
  processes: readonly ProcessFacts[],
): ProcessGroup[] {
  const names = new Map(roots.map(({ name, pid }) => [pid, name]));
  const parents = new Map(processes.map(({ pid, parent }) => [pid, parent]));
  const ownerOf = (pid: number | undefined): string | undefined =>
    pid === undefined ? undefined : (names.get(pid) ?? ownerOf(parents.get(pid)));
  const owned = Map.groupBy(processes, ({ pid }) => ownerOf(pid));
  return roots.flatMap(({ name }) => {
    const members = owned.get(name) ?? [];
    return members.length > 0 ? [{ name, pids: members.map(({ pid }) => pid) }] : [];
  });
}
