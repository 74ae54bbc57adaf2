import type { StateFeed } from "./state-feed.ts";

/** Resolves once watchers are told of a routing that is newer than `revision`, after `ms` at the latest. */
export async function nextRevision(feed: StateFeed, revision: number, ms: number): Promise<void> {
  if ((feed.latest?.routing.revision ?? 0) > revision) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  using _ = feed.listen(({ routing }) => {
    if (routing.revision > revision) resolve();
  });
  const timer = setTimeout(resolve, ms);
  await promise;
  clearTimeout(timer);
}
