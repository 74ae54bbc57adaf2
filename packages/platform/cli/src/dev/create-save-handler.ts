import { RegistryError } from "@sliceway/protocol/client";
import type { DevReport } from "./dev-report.ts";
import type { HotUpdates } from "./hot-updates.ts";
import type { PreviewView } from "./preview-view.ts";
import type { WatchedSources } from "./watch-sources.ts";

export interface SaveHandlerParts {
  sources: WatchedSources;
  updates: HotUpdates;
  view: PreviewView;
  report: DevReport;
  /** Builds what lies in the tree and shows it. */
  rebuild: (signal: AbortSignal) => Promise<void>;
  explain: (error: unknown) => string;
}

/** What changes the remote's files alone; documents change what the platform has to answer. */
const PAGE_ONLY = /^web\/src\/(?!.*\.graphql$)/;

/**
 * Makes the function that looks at what was saved since it was called last, and brings it to where it belongs. What does
 * not come through is told. It rejects while the registry is away, and does the same the next time.
 */
export function createSaveHandler(parts: SaveHandlerParts): (signal: AbortSignal) => Promise<void> {
  const { sources, updates, view, report, explain } = parts;
  /** Why server, schema or documents as they were saved last are not shown; null if they are. */
  let failure: string | null = null;
  /** Whether the tree has to be looked at although nothing was saved. */
  let isBehind = false;
  let saved: readonly string[] = [];

  async function rebuild(signal: AbortSignal): Promise<void> {
    isBehind = true;
    failure = await parts.rebuild(signal).then(
      () => null,
      (error: unknown) => explainMistake(error, explain),
    );
    // What mends the remote may be all that was missing.
    isBehind = failure !== null && updates.problem !== null;
  }

  return async (signal) => {
    const changed = sources.take();
    if (changed.length > 0) saved = changed;
    if (isBehind || changed.some((path) => !PAGE_ONLY.test(path))) await rebuild(signal);
    const problem = failure ?? (updates.problem && explain(updates.problem));
    const built = await updates.send({ stale: view.stale, problem, isAhead: view.isAhead });
    if (built) report.tell("built", describeFiles(saved), built.ms);
    report.problem(problem);
  };
}

/** A registry that is away is nobody's mistake. */
function explainMistake(error: unknown, explain: (error: unknown) => string): string {
  const isAway =
    error instanceof RegistryError &&
    (error.status === 0 || error.status >= 500 || error.code === "DEV_OVER");
  if (isAway) throw error;
  return explain(error);
}

/** `PostCard.tsx`, `PostCard.tsx and 2 more` */
function describeFiles(paths: readonly string[]): string {
  const [first = "", ...others] = paths.map((path) => path.slice(path.lastIndexOf("/") + 1));
  return others.length > 0 ? `${first} and ${others.length} more` : first;
}
