/** For entry, chunks and styles together: a style that hangs has no time-out of its own. */
const DEADLINE_MS = 6000;
/** What failed later than this has hung, and would hang again. */
const AT_ONCE_MS = 1500;

/**
 * Loads, and once more if that fails at once: a connection that breaks is not the release's fault. Rejects after 6 s
 * in any case.
 */
export async function tryInTime<T>(load: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, DEADLINE_MS, new Error("The code did not arrive in time."));
  });
  const loading = load().catch((error: unknown) => {
    if (performance.now() - startedAt > AT_ONCE_MS) throw error;
    return load();
  });
  try {
    return await Promise.race([loading, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
