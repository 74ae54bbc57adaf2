import { SlicewayError } from "@sliceway/errors";
import { type Logger, retry } from "@sliceway/service-kit";
import pg from "pg";
import type { Cluster } from "./cluster/cluster.ts";
import { superuserUrl } from "./cluster/superuser-url.ts";
import { errors } from "./errors.ts";
import { ensurePostmaster } from "./postmaster/ensure-postmaster.ts";
import type { Postmaster } from "./postmaster/postmaster.ts";
import { stopPostmaster } from "./postmaster/stop-postmaster.ts";

/** Whoever holds this lock owns the running PostgreSQL. It goes with the connection, so it cannot be left behind. */
const OWNER_LOCK = 7_365_748_291;

export interface Session {
  readonly postmaster: Postmaster;
  /** Resolves when the connection is gone: PostgreSQL died, or `close` was called. */
  readonly lost: Promise<void>;
  close(): Promise<void>;
}

/** Sees to it that PostgreSQL runs and makes this process its owner. Throws `POSTGRES_IN_USE` among others. */
export async function openSession(cluster: Cluster, port: number | undefined, log: Logger): Promise<Session> {
  const postmaster = await ensurePostmaster(cluster, port, log);
  try {
    return { postmaster, ...(await own(cluster, postmaster)) };
  } catch (error) {
    if (postmaster.launched) await stopPostmaster(postmaster.pid, cluster.dataDir, log);
    throw error;
  }
}

async function own(cluster: Cluster, postmaster: Postmaster): Promise<Omit<Session, "postmaster">> {
  const { promise: lost, resolve } = Promise.withResolvers<void>();
  const client = new pg.Client({
    connectionString: superuserUrl(cluster.password, postmaster.port),
    application_name: "sliceway owner",
    connectionTimeoutMillis: 10_000,
  });
  client.on("error", () => resolve()).on("end", () => resolve());
  await client.connect().catch((cause: unknown) => refuseConnect(cause, cluster));
  try {
    await retry(() => lock(client, cluster), { untilMs: 2_000 });
    await client.query("REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC");
  } catch (error) {
    await client.end();
    throw error;
  }
  return { lost, close: () => client.end() };
}

async function lock(client: pg.Client, cluster: Cluster): Promise<void> {
  const { rows } = await client.query<{ locked: boolean }>("SELECT pg_try_advisory_lock($1) AS locked", [
    OWNER_LOCK,
  ]);
  if (rows[0]?.locked) return;
  throw new SlicewayError(errors.POSTGRES_IN_USE(`Another Sliceway is running on ${cluster.home}.`));
}

function refuseConnect(cause: unknown, cluster: Cluster): never {
  if ((cause as { code?: string }).code !== "28P01") throw cause;
  throw new SlicewayError(
    errors.POSTGRES_DATA_UNKNOWN(
      `PostgreSQL refuses the password that ${cluster.dataDir}/sliceway.json holds.`,
    ),
    { cause },
  );
}
