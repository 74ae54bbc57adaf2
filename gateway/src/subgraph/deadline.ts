/** A signal that aborts with the reason `"deadline"`, or with its parent's. Dispose it when done. */
export interface Deadline extends Disposable {
  signal: AbortSignal;
}

export function startDeadline(ms: number, parent?: AbortSignal): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort("deadline"), ms);
  const follow = () => controller.abort(parent?.reason);
  if (parent?.aborted) follow();
  else parent?.addEventListener("abort", follow, { once: true });
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      clearTimeout(timer);
      parent?.removeEventListener("abort", follow);
    },
  };
}
