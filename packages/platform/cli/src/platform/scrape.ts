const PATIENCE_MS = 3_000;

/** What a server says in `/metrics`, in the Prometheus text format; nothing if it does not answer. */
export async function scrape(url: string): Promise<string> {
  try {
    const response = await fetch(new URL("/metrics", url), { signal: AbortSignal.timeout(PATIENCE_MS) });
    return response.ok ? await response.text() : "";
  } catch {
    return "";
  }
}
