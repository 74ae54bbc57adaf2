/** Something that runs while this release is the live one, such as its event consumer. */
export interface LiveWork extends AsyncDisposable {
  /** The routing revision that made the release live; null if it is not. */
  setLive(since: number | null): void;
}

/**
 * Starts the work when the release becomes live, stops it when it no longer is, and starts it anew when it became live
 * again in between. Changes wait for one another.
 */
export function whileLive(start: (liveSince: number) => AsyncDisposable): LiveWork {
  let running: { since: number; work: AsyncDisposable } | null = null;
  let change = Promise.resolve();
  const apply = async (since: number | null) => {
    if (since === (running?.since ?? null)) return;
    await running?.work[Symbol.asyncDispose]();
    running = since === null ? null : { since, work: start(since) };
  };
  const setLive = (since: number | null) => {
    change = change.then(() => apply(since));
  };
  return {
    setLive,
    [Symbol.asyncDispose]() {
      setLive(null);
      return change;
    },
  };
}
