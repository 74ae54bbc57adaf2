import { type Logger, retry } from "@sliceway/service-kit";
import type { Cluster } from "./cluster/cluster.ts";
import { openSession, type Session } from "./open-session.ts";
import { stopPostmaster } from "./postmaster/stop-postmaster.ts";

export interface Keeper {
  readonly port: number;
  /** Stops PostgreSQL; further calls wait for the same end. */
  stop(): Promise<void>;
}

/** Keeps PostgreSQL up, on one port, until told to stop. */
export async function keepRunning(cluster: Cluster, log: Logger): Promise<Keeper> {
  const stopping = new AbortController();
  const first = await openSession(cluster, undefined, log);
  const { port } = first.postmaster;
  const last = watch(first, () => reopen(cluster, port, log, stopping.signal), stopping.signal);
  let stopped: Promise<void> | undefined;
  return {
    port,
    stop: () => {
      stopping.abort();
      stopped ??= last.then((session) => stopSession(session, cluster, log));
      return stopped;
    },
  };
}

/** Opens a new session whenever the current one is lost. Resolves to the one that is current when told to stop. */
async function watch(
  first: Session,
  reopenSession: () => Promise<Session>,
  stopping: AbortSignal,
): Promise<Session> {
  const { promise: told, resolve } = Promise.withResolvers<void>();
  stopping.addEventListener("abort", () => resolve(), { once: true });
  let session = first;
  while (!stopping.aborted) {
    await Promise.race([session.lost, told]);
    if (stopping.aborted) break;
    session = await reopenSession().catch(() => session);
  }
  return session;
}

async function reopen(cluster: Cluster, port: number, log: Logger, signal: AbortSignal): Promise<Session> {
  log.error("PostgreSQL was lost; starting it again");
  const open = () => openSession(cluster, port, log).catch((err: unknown) => fail(err, log));
  const session = await retry(open, { signal, minDelayMs: 100, maxDelayMs: 5_000 });
  log.info("PostgreSQL is back");
  return session;
}

function fail(err: unknown, log: Logger): never {
  log.error({ err }, "PostgreSQL could not be started again; trying on");
  throw err;
}

async function stopSession(session: Session, cluster: Cluster, log: Logger): Promise<void> {
  await session.close();
  await stopPostmaster(session.postmaster.pid, cluster.dataDir, log);
}
