import { RegistryError } from "@sliceway/protocol/client";
import type { DevReport } from "./dev-report.ts";
import type { Pages } from "./pages.ts";
import type { Stage } from "./stage.ts";
import type { WatchedSources } from "./watch-sources.ts";

export interface TurnParts {
  sources: WatchedSources;
  pages: Pages;
  stage: Stage;
  report: DevReport;
  /** Builds what lies in the tree and shows it. */
  renew: (signal: AbortSignal) => Promise<void>;
  explain: (error: unknown) => string;
}

/** What changes the remote's files alone; documents change what the platform has to answer. */
const PAGE_ONLY = /^web\/src\/(?!.*\.graphql$)/;

/**
 * Makes the function that looks at what was saved since it was called last, and brings it to where it belongs. What does
 * not come through is told. It rejects while the registry is away, and does the same the next time.
 */
export function createTurn(parts: TurnParts): (signal: AbortSignal) => Promise<void> {
  const { sources, pages, stage, report, explain } = parts;
  /** Why server, schema or documents as they were saved last are not shown; null if they are. */
  let failure: string | null = null;
  /** Whether the tree has to be looked at although nothing was saved. */
  let isBehind = false;
  let saved: readonly string[] = [];

  async function renew(signal: AbortSignal): Promise<void> {
    isBehind = true;
    failure = await parts.renew(signal).then(
      () => null,
      (error: unknown) => explainMistake(error, explain),
    );
    // What mends the remote may be all that was missing.
    isBehind = failure !== null && pages.problem !== null;
  }

  return async (signal) => {
    const changed = sources.take();
    if (changed.length > 0) saved = changed;
    if (isBehind || changed.some((path) => !PAGE_ONLY.test(path))) await renew(signal);
    const problem = failure ?? (pages.problem && explain(pages.problem));
    const built = await pages.send({ stale: stage.stale, problem, isAhead: stage.isAhead });
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
