/** Within this time a second signal is the same one: npm hands on what the terminal has sent to everybody. */
const ECHO_MS = 1_000;

export interface StopSignals extends Disposable {
  /** Aborts when the process is told to stop. */
  readonly asked: AbortSignal;
  /** Aborts when it is told so again: whatever goes on is to end at once. */
  readonly forced: AbortSignal;
}

/** Listens for Ctrl-C, SIGTERM and the end of the terminal. The third Ctrl-C ends the process on the spot. */
export function watchStopSignals(
  source: NodeJS.EventEmitter = process,
  now = () => performance.now(),
): StopSignals {
  const [asked, forced] = [new AbortController(), new AbortController()];
  let lastMs = Number.NEGATIVE_INFINITY;
  const onSignal = () => {
    const isEcho = now() - lastMs < ECHO_MS;
    lastMs = now();
    if (isEcho) return;
    if (forced.signal.aborted) process.exit(130);
    (asked.signal.aborted ? forced : asked).abort();
  };
  // A terminal that closes says it in several ways, and means no hurry.
  const onHangUp = () => asked.abort();
  source.on("SIGINT", onSignal).on("SIGTERM", onSignal).on("SIGHUP", onHangUp);
  return {
    asked: asked.signal,
    forced: forced.signal,
    [Symbol.dispose]() {
      source.off("SIGINT", onSignal).off("SIGTERM", onSignal).off("SIGHUP", onHangUp);
    },
  };
}
