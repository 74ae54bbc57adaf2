import { SlicewayError } from "@sliceway/errors";
import { sleep } from "@sliceway/service-kit";
import type { Cluster } from "../cluster/cluster.ts";
import { errors } from "../errors.ts";
import { isAlive } from "./is-alive.ts";
import { findPidFile } from "./pid-file.ts";
import { PostmasterGone } from "./postmaster.ts";

const POLL_MS = 20;
/** Recovery after a crash takes seconds, rarely a minute. */
const LONGEST_MS = 180_000;

/**
 * Waits until that PostgreSQL says in its pid file that it takes connections; returns its port. The file is asked,
 * not the port, where a stranger might answer. Throws `PostmasterGone` or `POSTGRES_FAILED`.
 */
export async function waitUntilReady(cluster: Cluster, pid: number): Promise<number> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < LONGEST_MS) {
    const pidFile = await findPidFile(cluster.dataDir);
    if (pidFile?.pid === pid && pidFile.ready && pidFile.port !== undefined) return pidFile.port;
    if (!isAlive(pid)) throw new PostmasterGone(`PostgreSQL (process ${pid}) ended before it was ready.`);
    await sleep(POLL_MS);
  }
  throw new SlicewayError(
    errors.POSTGRES_FAILED(`PostgreSQL (process ${pid}) was not ready within ${LONGEST_MS / 1000} seconds.`, {
      logFile: cluster.logFile,
    }),
  );
}
