import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { open, stat } from "node:fs/promises";
import { createServer } from "node:net";
import type { Cluster } from "../cluster/cluster.ts";
import { commandAs } from "../cluster/run-as.ts";
import { ensureOwner } from "./ensure-owner.ts";
import { explainExit } from "./explain-exit.ts";
import { PostmasterGone } from "./postmaster.ts";
import { waitUntilReady } from "./wait-until-ready.ts";

/**
 * Starts PostgreSQL and waits until it is ready; returns its process id. Throws `PostmasterGone` when trying again
 * may help, else `POSTGRES_FAILED`.
 */
export async function launchPostmaster(cluster: Cluster, port: number): Promise<number> {
  await ensureOwner(cluster);
  const { size: logStart } = await stat(cluster.logFile);
  const pid = await spawnPostmaster(cluster, port);
  try {
    await waitUntilReady(cluster, pid);
    return pid;
  } catch (error) {
    if (!(error instanceof PostmasterGone)) throw error;
    throw await explainExit(cluster.logFile, logStart, port);
  }
}

/** Detached: a session of its own, which Ctrl-C in the terminal does not reach. */
async function spawnPostmaster(cluster: Cluster, port: number): Promise<number> {
  const { file, args, options } = commandAs(
    cluster.runAs,
    cluster.binaries.postgres,
    settings(cluster, port),
  );
  const logFile = await open(cluster.logFile, "a");
  try {
    const child = spawn(file, args, {
      ...options,
      cwd: "/",
      detached: true,
      env: { PATH: "/usr/bin:/bin:/usr/sbin:/sbin", LC_ALL: "C", TZ: "UTC" },
      stdio: ["ignore", logFile.fd, logFile.fd],
    });
    return await startedPid(child);
  } finally {
    await logFile.close();
  }
}

async function startedPid(child: ChildProcess): Promise<number> {
  await once(child, "spawn");
  child.unref();
  if (child.pid === undefined) throw new PostmasterGone("PostgreSQL got no process id.");
  return child.pid;
}

function settings({ dataDir }: Cluster, port: number): string[] {
  const values = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 300,
    max_wal_size: "256MB",
  };
  return ["-D", dataDir, ...Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

/** A port that nobody listens on now. Somebody may take it before PostgreSQL does: then another one is tried. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
