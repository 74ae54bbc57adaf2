import type pg from "pg";
import type { Logger } from "../create-logger.ts";
import { sleep } from "../sleep.ts";

/** Any number that nobody else uses: "slicewy" in ASCII. */
const LOCK = "32490452735227769";
const POLL_MS = 100;

/**
 * Runs `fn` while no other runner works on this database. It asks again and again instead of waiting inside
 * `pg_advisory_lock`: a waiting statement holds a snapshot, and CREATE INDEX CONCURRENTLY in the other runner would
 * wait for that snapshot - a deadlock. The lock belongs to the session, so a runner that dies gives it back.
 */
export async function withMigrationLock<T>(
  client: pg.Client,
  log: Logger,
  signal: AbortSignal | undefined,
  fn: () => Promise<T>,
): Promise<T> {
  for (let tries = 0; !(await tryLock(client)); tries++) {
    if (tries === 0) log.info("another process migrates this database; waiting for it");
    await sleep(POLL_MS, signal);
  }
  return await fn();
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>("SELECT pg_try_advisory_lock($1) AS locked", [
    LOCK,
  ]);
  return rows[0]?.locked === true;
}
