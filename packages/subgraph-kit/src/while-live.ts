/** Something that runs while this release is the live one, such as its event consumer. */
export interface LiveWork extends AsyncDisposable {
  setLive(live: boolean): void;
}

/** Starts the work when the release becomes live and stops it when it no longer is. Changes wait for one another. */
export function whileLive(start: () => AsyncDisposable): LiveWork {
  let running: AsyncDisposable | null = null;
  let change = Promise.resolve();
  const apply = async (live: boolean) => {
    if (live) running ??= start();
    else {
      await running?.[Symbol.asyncDispose]();
      running = null;
    }
  };
  const setLive = (live: boolean) => {
    change = change.then(() => apply(live));
  };
  return {
    setLive,
    [Symbol.asyncDispose]() {
      setLive(false);
      return change;
    },
  };
}
