import type { Logger } from "@sliceway/service-kit";
import { isAlive } from "./is-alive.ts";
import { isPostmasterOf } from "./is-postmaster-of.ts";
import { findPidFile, removePidFile } from "./pid-file.ts";

/**
 * The process id of the PostgreSQL that runs on the directory, if one does. After a crash its pid file may name a
 * process that got the number since; PostgreSQL would then refuse to start, so the file is removed.
 */
export async function findPostmaster(dataDir: string, log: Logger): Promise<number | undefined> {
  const pidFile = await findPidFile(dataDir);
  if (!pidFile || !isAlive(pidFile.pid)) return undefined;
  if (await isPostmasterOf(pidFile.pid, dataDir)) return pidFile.pid;
  log.warn({ pid: pidFile.pid }, "removing a pid file that names an alien process");
  await removePidFile(dataDir);
  return undefined;
}
