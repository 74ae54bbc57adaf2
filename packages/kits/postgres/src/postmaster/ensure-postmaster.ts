import { type Logger, retry } from "@sliceway/service-kit";
import type { Cluster } from "../cluster/cluster.ts";
import { readClusterState, writeClusterState } from "../cluster/cluster-state.ts";
import { findPostmaster } from "./find-postmaster.ts";
import { findFreePort, launchPostmaster } from "./launch-postmaster.ts";
import { type Postmaster, PostmasterGone } from "./postmaster.ts";
import { waitUntilReady } from "./wait-until-ready.ts";

/**
 * Finds PostgreSQL running on the data directory or starts it: on `onlyPort` if given; else on the port it had the
 * last time, or on any other.
 */
export async function ensurePostmaster(
  cluster: Cluster,
  onlyPort: number | undefined,
  log: Logger,
): Promise<Postmaster> {
  const retryIf = (error: unknown) => error instanceof PostmasterGone;
  const ensure = async (attempt: number) => {
    const pid = await findPostmaster(cluster.dataDir, log);
    if (pid !== undefined) return await adopt(cluster, pid, log);
    return await start(cluster, onlyPort ?? (await choosePort(cluster, attempt)), log);
  };
  return await retry(ensure, { attempts: 20, retryIf });
}

async function adopt(cluster: Cluster, pid: number, log: Logger): Promise<Postmaster> {
  const port = await waitUntilReady(cluster, pid);
  log.info({ pid, port }, "took over the PostgreSQL that was still running");
  return { pid, port, launched: false };
}

async function start(cluster: Cluster, port: number, log: Logger): Promise<Postmaster> {
  const pid = await launchPostmaster(cluster, port);
  await writeClusterState(cluster.dataDir, { password: cluster.password, port });
  log.info({ pid, port }, "PostgreSQL is running");
  return { pid, port, launched: true };
}

async function choosePort(cluster: Cluster, attempt: number): Promise<number> {
  const { port } = await readClusterState(cluster.dataDir);
  return attempt === 1 && port !== undefined ? port : await findFreePort();
}
