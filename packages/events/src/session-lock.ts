import { sleep } from "@sliceway/service-kit";
import type { Client } from "pg";

const POLL_MS = 500;

/**
 * Takes a lock that lasts as long as the connection, waiting for whoever holds it. Resolves to false if the signal
 * aborts first.
 */
export async function takeSessionLock(client: Client, name: string, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    const { rows } = await client.query<{ taken: boolean }>(
      "select pg_try_advisory_lock(hashtextextended($1, 0)) as taken",
      [name],
    );
    if (rows[0]?.taken) return true;
    await sleep(POLL_MS, signal).catch(() => {});
  }
  return false;
}
