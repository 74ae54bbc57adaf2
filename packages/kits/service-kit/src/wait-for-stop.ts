/** Why a process should stop: it was told to, or something threw where nobody caught it. */
export type StopCause = { kind: "signal"; signal: NodeJS.Signals } | { kind: "crash"; error: unknown };

/**
 * Listens for the first cause to stop. `cause` resolves and `signal` aborts with it. A second SIGTERM or SIGINT ends
 * the process at once with the code that a shell gives to it (128 + number).
 */
export function waitForStop(): { cause: Promise<StopCause>; signal: AbortSignal } {
  const { promise, resolve } = Promise.withResolvers<StopCause>();
  const controller = new AbortController();
  const stop = (cause: StopCause) => {
    resolve(cause);
    controller.abort();
  };
  let asked = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (asked) process.exit(signal === "SIGINT" ? 130 : 143);
    asked = true;
    stop({ kind: "signal", signal });
  };
  process.on("SIGTERM", onSignal).on("SIGINT", onSignal);
  process.on("uncaughtException", (error) => {
    if (controller.signal.aborted) console.error(error);
    stop({ kind: "crash", error });
  });
  return { cause: promise, signal: controller.signal };
}
